import { embedded } from '../frontends/embedded/index.js'
import { isNotebook } from '../frontends/notebook/index.js'
import type { Site } from './site.js'
import { timesNamed } from './surgery.js'
import { codeOf } from './texts.js'

/**
 * How often a name stands in the code of a file, beside the `known` times, or may be read where it does not: by files that were
 * not asked for, too, of which only pages and notebooks have none.
 */
export function readersOf(site: Site, file: string, name: string, known: number): number {
  const code = codeOf(site.read, file)
  const others = filesNaming(site, file, name)
  const unseen = others === 0 && isShared(site, file, name) && !isNotebook(file) && !embedded.handles(file) ? 1 : 0
  return timesNamed(code, name) - known + others + unseen + (code.match(reflecting)?.length ?? 0)
}

/** How many other files have a name of a file in them, where those that import it, or share its page, may read it. */
export function filesNaming(site: Site, file: string, name: string): number {
  return isShared(site, file, name) ? filesWith(site, file, name) : 0
}

function isShared({ engine: { graph } }: Site, file: string, name: string): boolean {
  const module = graph.module(file)
  return module?.exports.has(name) === true || module?.globals.has(name) === true
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
