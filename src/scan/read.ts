import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import type { Gate } from './gate.js'

/** Larger files are bundles or data; parsing one costs more than a project's own code together. */
export const sizeLimit = 1_000_000
/** Minified code has longer lines than people write. */
export const averageLineLimit = 500

/**
 * `text`: may hold a loss call. `alone`: the same, if a page loads it together with other scripts; `calling`: if another file
 * hands it a loss. `no`: holds none; `commented`: but may hold comments for ce-lint.
 * `generated`: may hold one, but is too large or minified. `binary`: no text in UTF-8.
 */
export type Look =
  | { verdict: 'text' | 'alone' | 'calling'; text: string }
  | { verdict: 'no'; commented?: true }
  | { verdict: 'binary' }
  | { verdict: 'generated'; why: string }

/** Words may lie across the seam of two chunks. */
const overlap = 256
/** One buffer for all files: reading synchronously into it is the fastest way there is in Node, and keeps memory flat. */
let buffer: Buffer | undefined

/** Reads a file and looks at it through the gate. `always`: it was named by the user, so size and shape do not matter. */
export function look(path: string, gate: Gate, always: boolean): Look {
  // What a notebook holds beside its code says nothing of the code.
  if (isNotebook(path)) return lookAtNotebook(path, gateFor(path, gate), always)
  return lookInto(path, gateFor(path, gate), always)
}

/** What the user names and is no notebook is read, whatever it holds: then it can be said why it is none. */
function lookAtNotebook(path: string, gate: Gate, always: boolean): Look {
  const bytes = readFileSync(path)
  const found = lookAt(bytes, escaped(gate), true)
  const isOther = always && found.verdict === 'no' && !/^\s*\{[\s\S]*\}\s*$/.test(decode(bytes))
  return isOther ? { verdict: 'text', text: decode(bytes) } : found
}

/** The gate for files of a language. */
export function gateFor(path: string, gate: Gate): Gate {
  if (!isPython(path)) return { ...gate, calls: never }
  return { ...gate, names: (text) => gate.names(text) || gate.writes(text) }
}

const never = () => false

/** Python hands objects that are losses from file to file, under names of their own. */
export function isPython(path: string): boolean {
  return /\.(?:pyw?|ipynb)$/i.test(path)
}

function lookInto(path: string, gate: Gate, always: boolean): Look {
  buffer ??= Buffer.allocUnsafe(sizeLimit + 1)
  const descriptor = openSync(path, 'r')
  try {
    const length = readSync(descriptor, buffer, 0, buffer.length, 0)
    return length <= sizeLimit ? lookAt(buffer.subarray(0, length), gate, always) : lookAtLarge(descriptor, gate, always)
  } finally {
    closeSync(descriptor)
  }
}

/** The same for a text that is there already: standard input. */
export function lookAt(bytes: Buffer, gate: Gate, always: boolean): Look {
  if (isWide(bytes)) return lookAtWide(decode(bytes), gate)
  const raw = bytes.toString('latin1')
  const named = gate.names(raw)
  if (!named && !gate.calls(raw)) return always && bytes.includes(0) ? { verdict: 'binary' } : noLoss(raw, gate)
  if (bytes.includes(0)) return { verdict: 'binary' }
  const alone = !gate.reaches(raw)
  if (!always && averageLine(bytes) > averageLineLimit)
    return alone ? { verdict: 'no' } : { verdict: 'generated', why: `its lines have more than ${averageLineLimit} characters on average` }
  return { verdict: named ? (alone ? 'alone' : 'text') : 'calling', text: decode(bytes) }
}

/** In a notebook's JSON, line breaks are written out, and would run into the words after them. */
function isNotebook(path: string): boolean {
  return /\.ipynb$/i.test(path)
}

function escaped(gate: Gate): Gate {
  const plain = (text: string) => text.replaceAll('\\n', '\n')
  return { ...gate, names: (text) => gate.names(plain(text)), calls: (text) => gate.calls(plain(text)), reaches: () => true }
}

function lookAtWide(text: string, gate: Gate): Look {
  return gate.names(text) ? { verdict: gate.reaches(text) ? 'text' : 'alone', text } : noLoss(text, gate)
}

function noLoss(text: string, gate: Gate): Look {
  return gate.comments(text) ? { verdict: 'no', commented: true } : { verdict: 'no' }
}

/** UTF-16, little-endian: what some editors and shells of Windows write, and compilers read. */
function isWide(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe
}

function lookAtLarge(descriptor: number, gate: Gate, always: boolean): Look {
  if (always) {
    const bytes = Buffer.allocUnsafe(fstatSync(descriptor).size)
    return lookAt(bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0)), gate, always)
  }
  let names = false
  let reaches = false
  for (let position = 0; ; position += buffer!.length - overlap) {
    const length = readSync(descriptor, buffer!, 0, buffer!.length, position)
    if (length <= overlap && position > 0) return { verdict: 'no' }
    const chunk = buffer!.toString('latin1', 0, length)
    names ||= gate.names(chunk)
    reaches ||= gate.reaches(chunk)
    if (names && reaches) return { verdict: 'generated', why: 'it is larger than 1 MB' }
  }
}

/** A text in UTF-8, or in UTF-16 by its mark; undefined for what is no text. */
export function textOf(bytes: Buffer): string | undefined {
  return bytes.includes(0) && !isWide(bytes) ? undefined : decode(bytes)
}

/** A text in the encoding of other bytes, with their byte-order mark. */
export function encodedLike(bytes: Buffer, text: string): Buffer {
  const marked = isWide(bytes) || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
  return Buffer.from(`${marked ? '\ufeff' : ''}${text}`, isWide(bytes) ? 'utf16le' : 'utf8')
}

/** Places are counted as an editor shows them: without the byte-order mark. */
function decode(bytes: Buffer): string {
  const text = bytes.toString(isWide(bytes) ? 'utf16le' : 'utf8')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function averageLine(bytes: Buffer): number {
  let lines = 1
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return bytes.length / lines
}
