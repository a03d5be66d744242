import type { Site } from './site.js'
import { timesNamed } from './surgery.js'
import { codeOf } from './texts.js'

/** How often a name stands in the code of a file, beside the `known` times, or may be read where it does not. */
export function readersOf(site: Site, file: string, name: string, known: number): number {
  const code = codeOf(site.read, file)
  return timesNamed(code, name) - known + filesNaming(site, file, name) + (code.match(reflecting)?.length ?? 0)
}

/** How many other files have a name of a file in them, where those that import it, or share its page, may read it. */
export function filesNaming(site: Site, file: string, name: string): number {
  const module = site.engine.graph.module(file)
  return module?.exports.has(name) || module?.globals.has(name) ? filesWith(site, file, name) : 0
}

/** Whether a name means nothing yet where it would stand; `shared`: at the top of a file, which others may import or share a page with. */
export function isFree(site: Site, file: string, name: string, shared: boolean): boolean {
  return timesNamed(codeOf(site.read, file), name) === 0 && !(shared && filesWith(site, file, name) > 0)
}

function filesWith({ engine: { graph } }: Site, file: string, name: string): number {
  const all = [...graph.mentioning(name, { joined: file }), ...graph.mentioning(name, { importing: file })]
  return new Set(all.map((each) => each.file).filter((each) => each !== file)).size
}

/** What reads names that it is not told by their names. */
const reflecting = /(?<![\w$.])(?:eval|exec|locals|globals|vars)\s*\(/g
