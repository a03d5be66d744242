import { type Kind, phrase } from './kinds.js'

/** The user's text in a sentence, on one line. */
export function quote(text: string): string {
  let line = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim()
  while (line.length > widest && variant.test(line) && line.includes('.')) line = line.slice(line.indexOf('.') + 1)
  return `\`${cut(line, widest)}\``
}

const widest = 60

/** A loss with the option that makes it another: `keras.losses.BinaryCrossentropy(from_logits=True)`. */
const variant = /^[\w$]+(\.[\w$]+)*\(\w+=\w+\)$/

/**
 * The first sentence of a message, within 110 characters: the longest quotation is shortened first; of a dotted name the
 * last parts stay, as they are what the reader searches for, and an option that tells variants of a loss apart goes whole or not at all.
 */
export function headline(sentence: string): string {
  if (sentence.length <= longest) return sentence
  const quoted = sentence.match(/`[^`]+`/g) ?? []
  const [target = ''] = [...quoted].sort((a, b) => b.length - a.length)
  const shorter = shorten(target.slice(1, -1), sentence.length - longest)
  return target.length <= shorter.length + 2 ? sentence : headline(sentence.replace(target, () => `\`${shorter}\``))
}

const longest = 110

function shorten(text: string, excess: number): string {
  const isVariant = variant.test(text)
  const dot = isVariant || /^[\w$.]+$/.test(text) ? text.indexOf('.') : -1
  if (dot > 0) return text.slice(dot + 1)
  return isVariant ? `${text.slice(0, text.indexOf('('))}(…)` : cut(text, Math.max(8, text.length - excess))
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
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
