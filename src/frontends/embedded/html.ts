import type { Syntax } from '../typescript/parse.js'
import { type Loaded, type Page, type Part, type Range, syntaxNamed } from './page.js'
import { htmlComments, type ScriptTag, scriptTags } from './tags.js'

/** Classic scripts share one scope, in the page's order; each module has its own. */
export function htmlPage(text: string): Page {
  const loads: Loaded[] = []
  const modules: Part[] = []
  const classic = new Map<Syntax, Range[][]>()
  const imports = new Map<string, string>()
  const unread: Page['unread'][number][] = []
  for (const tag of scriptTags(text, false)) {
    const type = (tag.attributes.type ?? '').split(';')[0]!.trim().toLowerCase()
    if (type === 'importmap') readImportMap(text, tag, imports, unread)
    const syntax = syntaxOf(type, tag.attributes)
    if (!syntax) continue
    const shared = type !== 'module' && tag.attributes['data-type'] !== 'module'
    const { src } = tag.attributes
    const script = [unwrapped(text, tag.content)]
    if (src !== undefined) loads.push(...loaded(src, shared))
    else if (!shared) modules.push({ scripts: [script], syntax, shared })
    else classic.set(syntax, [...(classic.get(syntax) ?? []), script])
  }
  const parts = [...classic].map(([syntax, scripts]): Part => ({ scripts, syntax, shared: true }))
  return { parts: [...parts, ...modules], loads, imports, comments: htmlComments(text), unread }
}

/** Data blocks and templates are no scripts; code that a compiler in the page turns into a script is one. */
function syntaxOf(type: string, { lang, language }: ScriptTag['attributes']): Syntax | undefined {
  if (lang) return syntaxNamed(lang)
  if (type === 'module') return 'jsx'
  if (type === '') return language ? syntaxNamed(language.replace(/[\d.]+$/, '')) : 'jsx'
  const name = /^(?:text|application)\/(?:x-)?([a-z]+)(?:1\.\d)?$/.exec(type)?.[1]
  return name === undefined ? undefined : syntaxNamed(name)
}

/** A file of the page's own site; what comes from another is not part of the project. */
function loaded(src: string, shared: boolean): Loaded[] {
  const path = src.trim().replace(/[?#].*$/s, '')
  if (path === '' || path.startsWith('//') || /^[a-z][a-z\d+.-]*:/i.test(path)) return []
  return [{ specifier: /^\.{0,2}\//.test(path) ? path : `./${path}`, shared }]
}

/** Without the marks that hid a script from what does not know scripts: comments of HTML, and CDATA. */
function unwrapped(text: string, { start, end }: Range): Range {
  const content = text.slice(start, end)
  const opening = /^\s*(?:<!--[^\r\n]*|<!\[CDATA\[)/.exec(content)?.[0].length ?? 0
  const closing = /(?:(?<=^|[\r\n])[ \t]*-->|\]\]>)\s*$/.exec(content.slice(opening))?.[0].length ?? 0
  return { start: start + opening, end: end - closing }
}

function readImportMap(
  text: string,
  { content }: ScriptTag,
  imports: Map<string, string>,
  unread: { at: number; message: string }[],
): void {
  try {
    const map: unknown = JSON.parse(text.slice(content.start, content.end))
    const table = typeof map === 'object' && map !== null && 'imports' in map ? map.imports : undefined
    for (const [name, target] of Object.entries(table ?? {})) if (typeof target === 'string') imports.set(name, target)
  } catch {
    unread.push({ at: content.start, message: 'the import map is no JSON' })
  }
}
