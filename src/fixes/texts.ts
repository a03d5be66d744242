import { cellText, codeText } from '../frontends/notebook/cells.js'
import { withCell } from '../frontends/notebook/edit.js'
import { isNotebook } from '../frontends/notebook/index.js'
import { python } from '../frontends/python/index.js'
import type { Place } from '../place.js'
import type { Edit } from '../report.js'

/** A stretch of the text that a place is counted in: of a file, or of a cell of a notebook. UTF-16 offsets, end exclusive. */
export interface Stretch {
  whole: string
  start: number
  end: number
}

export type Read = (file: string) => string | undefined

/** Where a place is in the text; undefined where there is no such text or place. */
export function stretchOf(read: Read, place: Place): Stretch | undefined {
  const text = read(place.file)
  const whole = text === undefined || place.cell === undefined ? text : cellText(text, place.cell)
  if (whole === undefined) return undefined
  const [start, end] = [offsetOf(whole, place.line, place.column), offsetOf(whole, place.endLine, place.endColumn)]
  return start === undefined || end === undefined || end < start ? undefined : { whole, start, end }
}

/** The place of another stretch of the same text. */
export function placeAt({ file, cell }: Place, whole: string, start: number, end: number): Place {
  const [from, to] = [positionOf(whole, start), positionOf(whole, end)]
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column, ...(cell !== undefined && { cell }) }
}

/** All that a file's code says, without what it is wrapped in. */
export function codeOf(read: Read, file: string): string {
  const text = read(file) ?? ''
  return isNotebook(file) ? codeText(text) : text
}

export function isPython(file: string): boolean {
  return python.handles(file) || isNotebook(file)
}

/** A file's text after edits of it that do not overlap; undefined where one of them has no place in it. */
export function edited(text: string, edits: readonly Edit[]): string | undefined {
  let now = text
  for (const cell of new Set(edits.map(({ at }) => at.cell))) {
    const here = edits.filter(({ at }) => at.cell === cell)
    const found = here.map(({ at, text: by }) => ({ stretch: stretchOf(() => text, at), by }))
    if (found.some(({ stretch }) => !stretch)) return undefined
    const sorted = found.map(({ stretch, by }) => ({ ...stretch!, by })).sort((a, b) => b.start - a.start || b.end - a.end)
    if (sorted.some(({ end }, index) => index > 0 && end > sorted[index - 1]!.start)) return undefined
    const whole = sorted.reduce((left, { start, end, by }) => left.slice(0, start) + by + left.slice(end), sorted[0]!.whole)
    now = cell === undefined ? whole : withCell(now, cell, whole)
  }
  return now
}

function offsetOf(text: string, line: number, column: number): number | undefined {
  let start = 0
  for (let n = 1; n < line; n++) {
    start = text.indexOf('\n', start) + 1
    if (start === 0) return undefined
  }
  const offset = start + column - 1
  return offset <= text.length ? offset : undefined
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const start = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - start + 1 }
}
