import { baseParse, type ElementNode, NodeTypes } from '@vue/compiler-core'
import { emptyPage, type Page, type Range, syntaxNamed } from './page.js'
import { htmlComments } from './tags.js'

/** The scripts of a component share one scope. */
export function vuePage(text: string): Page {
  const scripts: Range[][] = []
  const unread: Page['unread'][number][] = []
  let syntax: ReturnType<typeof syntaxNamed> = 'jsx'
  let source: Page['source']
  for (const block of blocksOf(text)) {
    const { start, end } = block.loc
    const closed = block.isSelfClosing || text.startsWith('</', block.innerLoc?.end.offset)
    if (!closed) unread.push({ at: start.offset, message: `\`<${block.tag}>\` is never closed` })
    if (block.tag !== 'script') continue
    const lang = attribute(block, 'lang')
    const named = lang ? syntaxNamed(lang) : 'jsx'
    const src = attribute(block, 'src')
    if (src) source = { specifier: src, at: { start: start.offset, end: end.offset } }
    else if (!named) unread.push({ at: start.offset, message: `\`lang="${lang}"\` is a language that is not read` })
    else if (block.innerLoc) {
      scripts.push([{ start: block.innerLoc.start.offset, end: closed ? block.innerLoc.end.offset : text.length }])
      syntax = named
    }
  }
  return {
    ...emptyPage,
    parts: scripts.length > 0 ? [{ scripts, syntax, shared: false }] : [],
    comments: htmlComments(text),
    unread,
    ...(source ? { source } : {}),
  }
}

/** As Vue itself parses it: blocks at the top are raw text, templates excepted. */
function blocksOf(text: string): ElementNode[] {
  const { children } = baseParse(text, { parseMode: 'sfc', comments: false, onError: () => {}, decodeEntities: (each) => each })
  return children.filter((node) => node.type === NodeTypes.ELEMENT)
}

function attribute({ props }: ElementNode, name: string): string | undefined {
  const found = props.find((each) => each.name === name)
  return found?.type === NodeTypes.ATTRIBUTE ? found.value?.content : undefined
}
