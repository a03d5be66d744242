import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A rule's page in Markdown, as shipped with the package; undefined when there is none. */
export function rulePage(name: string): string | undefined {
  const file = join(packageRoot(), 'rules', `${name}.md`)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** The same from the sources, the bundle and a chunk of it, which lie at different depths. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
