import { fromMarkdown } from 'mdast-util-from-markdown'
import { mayBeMeant } from '../comments.js'
import { htmlPage } from './html.js'
import { mask } from './mask.js'
import { emptyPage, type Page, type Part, type Range, syntaxNamed } from './page.js'
import { htmlComments } from './tags.js'

/** Each code block is a program of its own, which may go on from what others declare; those of Python are one program. */
export function markdownPage(text: string): Page {
  const parts: Part[] = []
  const python: Range[][] = []
  for (const { lang, content } of codeBlocks(text)) {
    const syntax = syntaxNamed(lang)
    if (syntax) parts.push({ scripts: [content], syntax, shared: true })
    else if (/^(?:py|python3?)$/i.test(lang)) python.push(withoutPrompts(text, content))
    else if (lang.toLowerCase() === 'html') parts.push(...htmlPage(mask(text, [content])).parts)
  }
  const comments = mayBeMeant(text) ? htmlComments(mask(text, [htmlIn(text)])) : []
  return { ...emptyPage, parts, comments, python: python.filter((content) => content.length > 0) }
}

/** Of a session at Python's prompt, what was typed. */
function withoutPrompts(text: string, content: Range[]): Range[] {
  const [first] = content
  if (!first || !text.startsWith('>>>', first.start)) return content
  return content.flatMap(({ start, end }) =>
    /^(?:>>>|\.\.\.)(?: |$)/.test(text.slice(start, end)) ? [{ start: Math.min(start + 4, end), end }] : [],
  )
}

/** Fenced blocks that name their language, line by line: before a line may stand what it is quoted or listed with. */
function codeBlocks(text: string): { lang: string; content: Range[] }[] {
  const starts = lineStarts(text)
  const blocks: { lang: string; content: Range[] }[] = []
  for (const node of nodesOf(text)) {
    if (node.type !== 'code' || !node.lang || !node.position) continue
    const first = node.position.start.line
    const content = (node.value ?? '').split(/\r\n|\r|\n/).flatMap((line, index): Range[] => {
      const end = endOfLine(text, starts[first + index] ?? text.length)
      return line !== '' && text.slice(end - line.length, end) === line ? [{ start: end - line.length, end }] : []
    })
    blocks.push({ lang: node.lang, content })
  }
  return blocks
}

/** Pieces of HTML outside of code. */
function htmlIn(text: string): Range[] {
  return nodesOf(text).flatMap(({ type, position }) => {
    const [start, end] = [position?.start.offset, position?.end?.offset]
    return type === 'html' && start !== undefined && end !== undefined ? [{ start, end }] : []
  })
}

/** All nodes of the tree, in order. */
function nodesOf(text: string): Nested[] {
  const found: Nested[] = []
  const open: Nested[] = [fromMarkdown(text)]
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node)
    for (const child of [...(node.children ?? [])].reverse()) open.push(child)
  }
  return found
}

/** As much of Markdown's tree as is needed. */
interface Nested {
  type: string
  lang?: string | null
  value?: string
  children?: readonly Nested[]
  position?: { start: { line: number; offset?: number }; end?: { offset?: number } }
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((found) => found.index + found[0].length)]
}

function endOfLine(text: string, start: number): number {
  const length = text.slice(start).search(/[\r\n]/)
  return length < 0 ? text.length : start + length
}
