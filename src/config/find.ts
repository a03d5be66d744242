import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** In the order in which they are looked for within a folder. */
const ownNames = ['ts', 'mts', 'js', 'mjs', 'json', 'jsonc'].map((extension) => `ce-lint.config.${extension}`)

/** Manifests that may hold a config under our name, each with a test for it. */
const manifests: Readonly<Record<string, (text: string) => boolean>> = {
  'package.json': (text) => text.includes('"ce-lint"') && isInPackage(text),
  'pyproject.toml': (text) => /^\s*\[\s*tool\s*\.\s*["']?ce-lint["']?\s*[.\]]/m.test(text),
}

/** Whether a file of this name may hold a config. */
export function mayHoldConfig(name: string): boolean {
  return ownNames.includes(name) || Object.hasOwn(manifests, name)
}

/** The file in the folder that holds its config; undefined when there is none. */
export function configIn(folder: string): string | undefined {
  const own = ownNames.map((name) => join(folder, name)).find((file) => existsSync(file))
  if (own) return own
  const manifest = Object.keys(manifests).find((name) => manifests[name]!(textOf(join(folder, name))))
  return manifest && join(folder, manifest)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** A package.json that does not parse is its owner's trouble, not a config of ours. */
function isInPackage(text: string): boolean {
  try {
    return Object.hasOwn(JSON.parse(text), 'ce-lint')
  } catch {
    return false
  }
}
