import stringWidth from 'string-width'
import type { Place } from '../place.js'

export interface Label {
  at: Place
  text: string
  primary: boolean
}

/** Ways to colour the parts of a frame. */
export interface Paint {
  gutter(text: string): string
  primary(text: string): string
  secondary(text: string): string
}

/** Columns that a source line may take, and where labels are pulled to the left to end. */
const width = 120
const tab = '  '

/** Places of one file under one another, each underlined with its label; lines with a single line between them keep it. */
export function frame(source: string, labels: readonly Label[], paint: Paint): string[] {
  const lines = source.split(/\r\n|\n|\r|\u2028|\u2029/)
  const byLine = new Map<number, Label[]>()
  for (const label of [...labels].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)) {
    if (lines[label.at.line - 1] === undefined) continue
    byLine.set(label.at.line, [...(byLine.get(label.at.line) ?? []), label])
  }
  const numbers = [...byLine.keys()]
  const digits = Math.max(0, ...numbers.map((line) => String(line).length))
  const gutter = (number: number | '') => paint.gutter(`  ${String(number).padStart(digits)} │`)
  return numbers.flatMap((number, index) => {
    const own = byLine.get(number)!
    const start = windowStart(lines[number - 1]!, own)
    const text = lines[number - 1]!.slice(start, start + width)
    const between = numbers[index + 1] === number + 2 ? [number + 1] : []
    return [
      joined(gutter(number), expand(text)),
      ...own.flatMap((label) => underline(text, start, label, paint).map((row) => `${gutter('')} ${row}`)),
      ...between.map((line) => joined(gutter(line), expand(lines[line - 1]!.slice(0, width)))),
    ]
  })
}

/** An empty source line leaves no blank at its end. */
function joined(gutter: string, text: string): string {
  return text.trim() === '' ? gutter : `${gutter} ${text}`
}

/** Code unit at which a line longer than the frame is cut, so that its first label shows with what stands before it. */
function windowStart(text: string, labels: readonly Label[]): number {
  if (text.length <= width) return 0
  return Math.max(0, Math.min(...labels.map(({ at }) => at.column - 1)) - 40)
}

/** One row; two when the label would run past the frame's width. */
function underline(text: string, start: number, { at, text: note, primary }: Label, paint: Paint): string[] {
  const several = at.endLine > at.line
  const from = columnsBefore(text, at.column - 1 - start)
  const until = columnsBefore(text, several ? text.trimEnd().length : at.endColumn - 1 - start)
  const mark = '─'.repeat(Math.max(1, until - from)) + (several ? '…' : '')
  const row = (indent: number, words: string) => ' '.repeat(indent) + (primary ? paint.primary : paint.secondary)(words)
  if (from + mark.length + 1 + stringWidth(note) <= width) return [row(from, `${mark} ${note}`)]
  return [row(from, mark), row(Math.max(0, Math.min(from, width - stringWidth(note))), note)]
}

/** Terminal columns that the first `length` code units take, tabs expanded. */
function columnsBefore(text: string, length: number): number {
  return stringWidth(expand(text.slice(0, Math.max(0, length))))
}

/** Control characters of a source file must not reach the terminal. */
function expand(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  return text.replaceAll('\t', tab).replace(/[\u0000-\u001f\u007f-\u009f]/g, '·')
}
