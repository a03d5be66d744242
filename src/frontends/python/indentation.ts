import type { Syntax } from './syntax.js'

/**
 * The first statement that is indented unlike those before it in its block, which Python refuses and the parser puts up
 * with. Pieces of code that are put together need not begin in the first column.
 */
export function misplaced(root: Syntax, text: string, pieces: boolean): { at: number; message: string } | undefined {
  let found: Syntax | undefined
  const open = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    for (const child of node.children) open.push(child)
    if (node.type !== 'block' && (node.type !== 'module' || pieces)) continue
    const [first, ...others] = node.type === 'module' ? [undefined, ...node.children] : node.children
    const wanted = first ? indentOf(text, first.start) : [0, 0]
    const odd = wanted && others.find((each) => each && isOdd(indentOf(text, each.start), wanted))
    if (odd && odd.start < (found?.start ?? Infinity)) found = odd
  }
  return found && { at: found.start, message: 'the line is indented unlike those before it' }
}

function isOdd(indent: readonly number[] | undefined, wanted: readonly number[]): boolean {
  return indent?.every((width, way) => width !== wanted[way]) ?? false
}

/** Width of the white space before what a line begins with, in both ways in which tabs are counted; undefined within a line. */
function indentOf(text: string, start: number): readonly number[] | undefined {
  let from = start
  while (from > 0 && /[ \t\f]/.test(text[from - 1]!)) from--
  const before = text[from - 1]
  // A line may go on from the one above.
  if (before !== undefined && !/[\r\n]/.test(before)) return undefined
  if (/\\\r?\n?$/.test(text.slice(Math.max(0, from - 3), from))) return undefined
  const white = text.slice(from, start)
  const space = white.slice(white.lastIndexOf('\f') + 1)
  let aligned = 0
  for (const sign of space) aligned = sign === '\t' ? (Math.floor(aligned / 8) + 1) * 8 : aligned + 1
  return [aligned, space.length + 7 * (space.split('\t').length - 1)]
}
