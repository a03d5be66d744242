import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licence texts of all packages whose code the bundles contain, from esbuild's metafiles, or of which a file is `copied`. */
export function licences(root, metafiles, copied) {
  const bundled = metafiles.flatMap((metafile) => Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs)))
  const inputs = [...bundled, ...copied]
  const packages = new Set(inputs.flatMap((path) => path.match(/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []))
  return [...packages]
    .sort()
    .map((folder) => notice(join(root, folder)))
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  if (!file) throw new Error(`${name} is bundled, but ships no licence text: make it an external dependency, or add its text`)
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
}
