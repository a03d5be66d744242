/** A stretch of source: 1-based, end exclusive; `file` is a POSIX path relative to the working directory. */
export interface Place {
  file: string
  line: number
  column: number
  endLine: number
  endColumn: number
  /** In a notebook: the cell, counted from 1 over all cells; `line` then counts within it. */
  cell?: number
}

/** Orders places by file, then position: the order of every list in a report. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    compareText(a.file, b.file) ||
    (a.cell ?? 0) - (b.cell ?? 0) ||
    a.line - b.line ||
    a.column - b.column ||
    a.endLine - b.endLine ||
    a.endColumn - b.endColumn
  )
}

/** Code-unit order, so that a report does not depend on the machine's locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether one stretch lies in another. */
export function isWithin(inner: Place, outer: Place): boolean {
  if (inner.file !== outer.file || inner.cell !== outer.cell) return false
  const begins = inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column)
  return begins && (inner.endLine < outer.endLine || (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn))
}
