import { type Kind, phrase } from './kinds.js'

/** The user's text in a sentence, cut so that the first sentence of a message stays within 110 characters. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim()
  return line.length > longestValue ? `\`${line.slice(0, longestValue - 1)}…\`` : `\`${line}\``
}

const longestValue = 28

/** A dotted callee in a sentence; of a long one the last names stay, as they are what the reader searches for. */
export function quoteCall(callee: string): string {
  let name = callee
  while (name.length > longestCallee && name.includes('.')) name = name.slice(name.indexOf('.') + 1)
  return quoteWhole(name)
}

const longestCallee = 34

function quoteWhole(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``
}

/** The kind without the remark in parentheses: `a distribution`, `class indices`. */
export function noun(kind: Kind): string {
  return phrase[kind].replace(/ \(.*/, '')
}

/** Four decimals: what losses are printed with, and enough to tell a floor from a coincidence. */
export function decimals(value: number): string {
  return value.toFixed(4)
}

/** A shape as users print it: `[?, 10]`; an unknown size is `?`. */
export function shapeText(shape: readonly (number | null)[]): string {
  return `[${shape.map((size) => size ?? '?').join(', ')}]`
}
