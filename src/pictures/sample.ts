import { type Grid, gridOf, startOf } from '../numbers/grid.js'
import type { Layout } from '../numbers/layout.js'
import type { Values } from '../numbers/values.js'

/** How much pictures are made from: so many entries at most, while that leaves so many rows. */
interface Limits {
  entries: number
  rows: number
}

/** A batch of 1,000 rows of 1,000 classes is drawn whole. */
const generous: Limits = { entries: 1 << 20, rows: 16 }

/** Rows that are looked at closely, ascending and spread over all: the same of every tensor of as many rows. */
export function sampledRows({ rows, classes }: Grid, limits = generous): number[] {
  const count = Math.min(rows, Math.max(limits.rows, Math.floor(limits.entries / Math.max(1, classes))))
  return Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) * rows) / count))
}

/** What was taken of one tensor: the entries of the sampled rows, one row after another. */
export interface Taken {
  classes: number
  rows: number
  entries: number[]
}

/** Nothing yet of a tensor of that shape. */
export function newTaken(shape: readonly number[], { classAxis }: Layout): Taken {
  const { rows, classes } = gridOf(shape, classAxis)
  return { rows, classes, entries: [] }
}

/** Appends the sampled rows among those that begin with row `first` of the whole tensor. */
export function take(taken: Taken, sampled: readonly number[], { data, shape }: Values, layout: Layout, first = 0): void {
  const grid = gridOf(shape, layout.classAxis)
  const { rows, classes, step } = grid
  for (let i = lowerBound(sampled, first); i < sampled.length && sampled[i]! < first + rows; i++) {
    const start = startOf(grid, sampled[i]! - first)
    for (let j = 0; j < classes; j++) taken.entries.push(data[start + j * step]!)
  }
}

/** The sampled rows of a call: those of the target only where it has as many rows as the prediction. */
export interface Sample {
  rows: readonly number[]
  prediction: Taken
  target?: Taken
}

/** Takes a sample of tensors that are in memory. */
export function sampleOf(prediction: Values, target: Values | undefined, layouts: { prediction: Layout; target: Layout }): Sample {
  const grid = gridOf(prediction.shape, layouts.prediction.classAxis)
  const rows = sampledRows(grid)
  const takeOf = (values: Values, layout: Layout): Taken => {
    const taken = newTaken(values.shape, layout)
    if (taken.rows === grid.rows) take(taken, rows, values, layout)
    return taken
  }
  return { rows, prediction: takeOf(prediction, layouts.prediction), ...(target && { target: takeOf(target, layouts.target) }) }
}

function lowerBound(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
