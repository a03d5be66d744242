import { columnSums } from './columns.js'
import { axisOf, type Layout } from './layout.js'
import type { Numbers } from './numbers.js'
import { newRow, type Row, readRow } from './row.js'
import { Tally } from './tally.js'
import { sizeOf, type Values } from './values.js'

/**
 * Measures a tensor in one pass, in float64, without allocating for rows. Throws a `TypeError` when the data does not
 * fill the shape or the class axis is none of the tensor's.
 */
export function measure(values: Values, layout: Layout): Numbers {
  const { data, shape } = values
  if (data.length !== sizeOf(shape))
    throw new TypeError(`data: expected ${sizeOf(shape)} entries for shape [${shape.join(', ')}], got ${data.length}`)
  const grid = gridOf(shape, layout.classAxis)
  const seenRows = Math.min(grid.rows, layout.rows ?? grid.rows)
  const tally = new Tally(values, grid, layout.ignoreIndex ?? null)
  const row: Row = newRow()
  for (let i = 0; i < seenRows; i++) {
    const start = startOf(grid, seenRows === grid.rows ? i : spreadRow(i, seenRows, grid.rows, layout.phase ?? 0))
    readRow(row, data, start, grid.step, grid.classes, tally.low, tally.high)
    tally.add(row, start)
  }
  const columns =
    grid.columns && tally.mayBeProbabilities() ? columnSums(data, grid.rows, grid.classes, seenRows * grid.classes) : undefined
  return tally.numbers(seenRows, columns)
}

/** Where rows lie in row-major data. */
export interface Grid {
  rows: number
  classes: number
  /** Distance between two entries of a row. */
  step: number
  /** Rows have a class axis, so their sums mean something. */
  rowed: boolean
  /** Rank 2 with rows along the last axis: the first axis can be summed over, too. */
  columns: boolean
}

function gridOf(shape: readonly number[], classAxis: Layout['classAxis']): Grid {
  const size = sizeOf(shape)
  if (classAxis === 'elementwise') return { rows: size, classes: 1, step: 1, rowed: false, columns: false }
  if (!Number.isInteger(classAxis) || classAxis >= shape.length || classAxis < -shape.length)
    throw new TypeError(`classAxis: expected an axis of shape [${shape.join(', ')}] or 'elementwise', got ${classAxis}`)
  const axis = axisOf(classAxis, shape.length)
  const classes = shape[axis]!
  return {
    rows: classes === 0 ? 0 : size / classes,
    classes,
    step: sizeOf(shape.slice(axis + 1)),
    rowed: true,
    columns: shape.length === 2 && axis === 1,
  }
}

function startOf(grid: Grid, row: number): number {
  const outer = Math.floor(row / grid.step)
  return outer * grid.classes * grid.step + (row - outer * grid.step)
}

/**
 * The i-th of `seen` rows out of `rows`: one in each stratum, moved by the golden ratio so that no period of the data aligns.
 * `phase` in [0, 1) moves all of them, each within its stratum, so that samples of different phase cover the tensor.
 */
function spreadRow(i: number, seen: number, rows: number, phase: number): number {
  return Math.floor(((i + ((i * 0.6180339887498949 + phase) % 1)) * rows) / seen)
}
