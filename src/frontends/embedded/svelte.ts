import { emptyPage, type Page, type Range, syntaxNamed } from './page.js'
import { htmlComments, scriptTags } from './tags.js'

/** The scripts of a component, that of its module and that of each instance, share one scope. */
export function sveltePage(text: string): Page {
  const scripts: Range[][] = []
  const unread: Page['unread'][number][] = []
  let syntax: ReturnType<typeof syntaxNamed> = 'jsx'
  for (const { attributes, content } of scriptTags(text, true)) {
    const lang = attributes.lang ?? attributes.type?.replace(/^text\//, '')
    const named = lang ? syntaxNamed(lang) : 'jsx'
    if (!named) unread.push({ at: content.start, message: `\`lang="${lang}"\` is a language that is not read` })
    else {
      scripts.push([content])
      syntax = named
    }
  }
  return {
    ...emptyPage,
    parts: scripts.length > 0 ? [{ scripts, syntax, shared: false, props: true }] : [],
    comments: htmlComments(text),
    unread,
  }
}
