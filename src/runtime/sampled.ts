import type { Contract } from '../contracts/contract.js'
import { gridOf, rowsRead } from '../numbers/grid.js'
import { axisOf, type Layout, sampled } from '../numbers/layout.js'
import { fewestSampledRows, sampledEntries } from '../numbers/thresholds.js'
import { newTaken, type Sample, sampledRows, type Taken, take } from '../pictures/sample.js'
import type { Given } from './arguments.js'
import { layoutsOf, shaped } from './observe.js'
import type { Extent, Read, Seen } from './read.js'

/** Copies rows that were measured of a call, about as many as a sample has, to draw them when the tensors are gone. */
export function sampleOfRead(contract: Contract, read: Read, options: Given['options'], extent: Extent): Sample | undefined {
  const { prediction, target } = read
  if (!prediction) return undefined
  const layouts = layoutsOf(contract, { prediction: shaped(prediction), target: shaped(target) }, options)
  const rows = rowsSeen(prediction, layouts.prediction, extent)
  const taken = taking(prediction, layouts.prediction, rows)
  const alike = target && gridOf(target.shape, layouts.target.classAxis).rows === taken.rows
  const whole = prediction.part ? rows.map((row) => rowInWhole(row, prediction.shape, prediction.part!, layouts.prediction)) : rows
  return { rows: whole, prediction: taken, ...(target && { target: taking(target, layouts.target, alike ? rows : []) }) }
}

function taking(values: Seen, layout: Layout, rows: readonly number[]): Taken {
  const taken = newTaken(values.shape, layout)
  take(taken, rows, values, layout)
  return taken
}

/** Rows of what was read, ascending. */
function rowsSeen({ shape, part }: Seen, layout: Layout, { rows, nth }: Extent): number[] {
  const grid = gridOf(shape, layout.classAxis)
  if (part || rows === 'all') return sampledRows(grid, { entries: sampledEntries, rows: fewestSampledRows })
  const { count, rowAt } = rowsRead(grid, sampled(layout, shape, rows, nth))
  return Array.from({ length: count }, (_, index) => rowAt(index))
}

/** The number that a row of a block has in the tensor which the block is of. */
function rowInWhole(row: number, block: readonly number[], { shape, begin }: NonNullable<Seen['part']>, { classAxis }: Layout): number {
  const along = classAxis === 'elementwise' ? undefined : axisOf(classAxis, shape.length)
  let [rest, whole, stride] = [row, 0, 1]
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (axis === along) continue
    whole += ((rest % block[axis]!) + begin[axis]!) * stride
    rest = Math.floor(rest / block[axis]!)
    stride *= shape[axis]!
  }
  return whole
}
