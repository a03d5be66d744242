import type { Contract } from '../contracts/contract.js'
import { type Layout, layoutsFor, sampled } from '../numbers/layout.js'
import { type Losses, lossesOf, poolLosses } from '../numbers/losses.js'
import type { Numbers } from '../numbers/numbers.js'
import { pool } from '../numbers/pool.js'
import { measure } from '../numbers/stats.js'
import type { Values } from '../numbers/values.js'
import { type Given, ignoredIndex } from './arguments.js'
import { meanLoss, meanOf } from './mean-loss.js'

export type Measured = Partial<Record<'prediction' | 'target' | 'weights', Numbers>>

/** What one call, or several together, showed. */
export interface Observation {
  numbers: Measured
  options: Given['options']
  /** The loss, where it is a mean that the floors of cross-entropy apply to; of several calls the lowest. */
  loss?: number
  /** What the calls returned, whatever it is. */
  losses?: Losses
}

export type Read = Partial<Record<'prediction' | 'target' | 'weights' | 'loss', Values>>

/** Measures what was read of a call. `rows` is the sample's size, `all` for no sampling; the n-th sample sees other rows than those before. */
export function observe(contract: Contract, read: Read, options: Given['options'], rows: number | 'all' | undefined, nth = 0): Observation {
  const axis = contract.axis ?? -1
  const shape = read.prediction?.shape ?? []
  const layouts = layoutsFor(axis, shape, read.target?.shape)
  const take = (values: Values, layout: Layout) => measure(values, rows === 'all' ? layout : sampled(layout, values.shape, rows, nth))
  const numbers: Measured = {}
  if (read.prediction) numbers.prediction = take(read.prediction, layouts.prediction)
  if (read.target) numbers.target = take(read.target, { ...layouts.target, ignoreIndex: ignoredIndex(contract, options) })
  if (read.weights) numbers.weights = take(read.weights, { classAxis: 'elementwise' })
  const returned = meanOf(read.loss)
  return { numbers, options, loss: meanLoss(contract, read, options), losses: returned === undefined ? undefined : lossesOf([returned]) }
}

/** Two observations of calls that agree in `relation`. */
export function together(a: Observation, b: Observation): Observation {
  const numbers: Measured = { ...a.numbers, ...b.numbers }
  for (const role of ['prediction', 'target', 'weights'] as const) {
    const [first, second] = [a.numbers[role], b.numbers[role]]
    if (first && second) numbers[role] = pool(first, second)
  }
  return { numbers, options: b.options, loss: lowest(a.loss, b.loss), losses: poolLosses(a.losses, b.losses) }
}

/**
 * What has to agree before evidence may be pooled: class count, ranks, and which axes of the two arguments agree.
 * Batches of other sizes do.
 */
export function relation({ numbers: { prediction, target } }: Observation): string {
  const [p, t] = [prediction?.shape ?? [], target?.shape ?? []]
  const agree = t.map((size, axis) => (size === p[axis] ? '=' : axis === 0 ? '?' : size)).join()
  return `${prediction?.classes}/${target?.classes}/${p.length}/${agree}`
}

/** A value below the floor clears a suspect, and a negative one stays a fault; NaN tells less than any number. */
function lowest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || Number.isNaN(a)) return b ?? a
  return b === undefined || Number.isNaN(b) ? a : Math.min(a, b)
}
