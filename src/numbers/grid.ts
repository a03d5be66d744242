import { tableFor } from './half.js'
import { axisOf, type Layout } from './layout.js'
import { sizeOf, type Values } from './values.js'

/** Where rows lie in row-major data. */
export interface Grid {
  rows: number
  classes: number
  /** Distance between two entries of a row. */
  step: number
  /** The axis that rows run along; absent when each entry is a row, whose sum means nothing. */
  axis?: number
}

/** Throws a `TypeError` when the class axis is none of the tensor's. */
export function gridOf(shape: readonly number[], classAxis: Layout['classAxis']): Grid {
  const size = sizeOf(shape)
  if (classAxis === 'elementwise') return { rows: size, classes: 1, step: 1 }
  if (!Number.isInteger(classAxis) || classAxis >= shape.length || classAxis < -shape.length)
    throw new TypeError(`classAxis: expected an axis of shape [${shape.join(', ')}] or 'elementwise', got ${classAxis}`)
  const axis = axisOf(classAxis, shape.length)
  const classes = shape[axis]!
  return { rows: classes === 0 ? 0 : size / classes, classes, step: sizeOf(shape.slice(axis + 1)), axis }
}

/** Where the first entry of a row stands in the data. */
export function startOf({ step, classes }: Grid, row: number): number {
  const outer = Math.floor(row / step)
  return outer * classes * step + (row - outer * step)
}

/**
 * The i-th of `seen` rows out of `rows`: one in each stratum, moved by the golden ratio so that no period of the data aligns.
 * `phase` in [0, 1) moves all of them, each within its stratum, so that samples of different phase cover the tensor.
 */
export function spreadRow(i: number, seen: number, rows: number, phase: number): number {
  const start = Math.floor((i * rows) / seen)
  const length = Math.floor(((i + 1) * rows) / seen) - start
  return start + Math.floor(((i * goldenRatio + phase) % 1) * length)
}

/** The rows that a layout reads of a tensor: how many, and which of all of them the i-th is. */
export function rowsRead({ rows }: Grid, { rows: wanted = rows, phase = 0 }: Layout): { count: number; rowAt(i: number): number } {
  const count = Math.min(rows, wanted)
  return { count, rowAt: count === rows ? (i) => i : (i) => spreadRow(i, count, rows, phase) }
}

/** The fraction that is farthest from every simple one: its multiples spread evenly over [0, 1) from the first on. */
const goldenRatio = 0.6180339887498949

/**
 * Copies rows into float64, one after the other, and from then on it does not matter what they are kept in: one copy costs a
 * tenth of the pass, and a loop over arrays of many types twice the pass.
 */
export function rowCopier(
  values: Values,
  grid: Grid,
): (out: Float64Array, first: number, count: number, rowAt: (i: number) => number) => void {
  const { data } = values
  const { classes, step } = grid
  const table = tableFor(values)
  const adjacent = step === 1 && !table && ArrayBuffer.isView(data) ? (data as unknown as Float32Array) : undefined
  return (out, first, count, rowAt) => {
    const [from, to] = [rowAt(first), rowAt(first + count - 1)]
    if (adjacent && to - from === count - 1) return out.set(adjacent.subarray(from * classes, (to + 1) * classes))
    if (adjacent && classes >= worthACall) {
      for (let i = 0; i < count; i++) out.set(adjacent.subarray(rowAt(first + i) * classes, (rowAt(first + i) + 1) * classes), i * classes)
      return
    }
    for (let i = 0, filled = 0; i < count; i++)
      for (let j = 0, at = startOf(grid, rowAt(first + i)); j < classes; j++, at += step)
        out[filled++] = table ? table[data[at]!]! : data[at]!
  }
}

/** Of shorter rows a loop copies faster than the engine's own routine is called. */
const worthACall = 64
