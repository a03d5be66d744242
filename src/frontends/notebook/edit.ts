import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'

/** A notebook's text with the code of one cell replaced; all else keeps every byte. Cells are counted from 1 over all cells. */
export function withCell(text: string, number: number, code: string): string {
  const source = sourceOf(text, number)
  if (!source) return text
  if (source.type === 'string') return spliced(text, source, quoted(text, code))
  const written = (source.children ?? []).map((node) => ({ node, text: String(node.value) }))
  const lines = code.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const same = (a: number, b: number) => written[a]?.text === lines[b]
  let before = 0
  while (before < Math.min(written.length, lines.length) && same(before, before)) before++
  let after = 0
  while (after < Math.min(written.length, lines.length) - before && same(written.length - 1 - after, lines.length - 1 - after)) after++
  const changed = written.slice(before, written.length - after).map(({ node }) => node)
  const kept = new Map(written.map(({ node, text: line }) => [line, text.slice(node.offset, end(node))]))
  const put = lines.slice(before, lines.length - after).map((line) => kept.get(line) ?? quoted(text, line))
  return replaced(
    text,
    written.map(({ node }) => node),
    before,
    changed,
    put,
  )
}

/** A text in JSON, escaped as the notebook is. */
function quoted(notebook: string, line: string): string {
  const json = JSON.stringify(line)
  const isEscaped = !beyondAscii.test(notebook)
  return isEscaped
    ? json.replaceAll(new RegExp(beyondAscii, 'g'), (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : json
}

const beyondAscii = /[\u0080-\uffff]/

function sourceOf(text: string, number: number): Node | undefined {
  const tree = parseTree(text)
  if (!tree) return undefined
  const sheets = findNodeAtLocation(tree, ['worksheets'])?.children ?? []
  const lists = [findNodeAtLocation(tree, ['cells']), ...sheets.map((sheet) => findNodeAtLocation(sheet, ['cells']))]
  const cell = lists.flatMap((list) => list?.children ?? [])[number - 1]
  return cell && (findNodeAtLocation(cell, ['source']) ?? findNodeAtLocation(cell, ['input']))
}

/** Items of a JSON array in the place of others, laid out as those are. */
function replaced(text: string, all: readonly Node[], index: number, old: readonly Node[], put: readonly string[]): string {
  const gap = all.length > 1 ? text.slice(end(all[0]!), all[1]!.offset) : ', '
  const [first, last] = [old[0], old.at(-1)]
  if (first && last && put.length > 0) return text.slice(0, first.offset) + put.join(gap) + text.slice(end(last))
  if (first && last) {
    const next = all[index + old.length]
    const from = next ? first.offset : index > 0 ? end(all[index - 1]!) : first.offset
    return text.slice(0, from) + text.slice(next ? next.offset : end(last))
  }
  const here = all[index]
  if (here) return text.slice(0, here.offset) + put.map((item) => item + gap).join('') + text.slice(here.offset)
  const before = all.at(-1)
  return before ? text.slice(0, end(before)) + put.map((item) => gap + item).join('') + text.slice(end(before)) : text
}

function spliced(text: string, node: Node, by: string): string {
  return text.slice(0, node.offset) + by + text.slice(end(node))
}

function end({ offset, length }: Node): number {
  return offset + length
}
