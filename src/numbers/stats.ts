import { gridOf, rowCopier, rowsRead } from './grid.js'
import type { Layout } from './layout.js'
import type { Numbers } from './numbers.js'
import { sumsOfOtherAxes } from './other-axes.js'
import { newRow, readRow } from './row.js'
import { Tally } from './tally.js'
import { sizeOf, type Values } from './values.js'

/**
 * Measures a tensor in one pass, in float64, without allocating for rows. Data of dtype `float16` and `bfloat16` may be
 * numbers, or their bits in a `Uint16Array`. Throws a `TypeError` when the data does not fill the shape or the class axis is
 * none of the tensor's.
 */
export function measure(values: Values, layout: Layout): Numbers {
  const { data, shape } = values
  if (data.length !== sizeOf(shape))
    throw new TypeError(`data: expected ${sizeOf(shape)} entries for shape [${shape.join(', ')}], got ${data.length}`)
  const grid = gridOf(shape, layout.classAxis)
  const { classes } = grid
  const { count: seenRows, rowAt } = rowsRead(grid, layout)
  const blockRows = Math.min(seenRows, Math.max(1, Math.floor(blockEntries / Math.max(1, classes))))
  const block = roomFor(blockRows * classes)
  const copy = rowCopier(values, grid)
  const tally = new Tally(values, grid, layout.ignoreIndex ?? null)
  const row = newRow()
  for (let done = 0; done < seenRows; done += blockRows) {
    const count = Math.min(blockRows, seenRows - done)
    copy(block, done, count, rowAt)
    for (let i = 0; i < count; i++) {
      readRow(row, block, i * classes, classes)
      tally.add(row, block, i * classes, rowAt(done + i))
    }
  }
  return tally.numbers(seenRows, tally.mayBeOfOtherAxis() ? sumsOfOtherAxes(values, grid.axis!, seenRows * classes) : undefined)
}

/** 8 KB of float64 stay in the nearest cache. */
const blockEntries = 1024

/** One room for all passes, which never overlap: to make one costs more than to measure a small batch. */
function roomFor(entries: number): Float64Array {
  if (room.length < entries) room = new Float64Array(entries)
  return room
}

let room = new Float64Array(blockEntries)
