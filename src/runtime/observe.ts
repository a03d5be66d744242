import type { Contract } from '../contracts/contract.js'
import { type Layout, layoutsFor, sampled } from '../numbers/layout.js'
import type { Numbers } from '../numbers/numbers.js'
import { pool } from '../numbers/pool.js'
import { measure } from '../numbers/stats.js'
import type { Values } from '../numbers/values.js'
import { type Given, ignoredIndex } from './arguments.js'

export type Measured = Partial<Record<'prediction' | 'target' | 'weights', Numbers>>

/** What one call, or several together, showed. */
export interface Observation {
  numbers: Measured
  options: Given['options']
  /** The loss, where it is a mean that the floors of cross-entropy apply to; of several calls the lowest. */
  loss?: number
}

export type Read = Partial<Record<'prediction' | 'target' | 'weights' | 'loss', Values>>

/** Measures what was read of a call. `rows` is the sample's size, `all` for no sampling. */
export function observe(contract: Contract, read: Read, options: Given['options'], rows: number | 'all' | undefined): Observation {
  const layouts = layoutsOf(contract, read, options)
  const take = (values: Values, layout: Layout) => measure(values, rows === 'all' ? layout : sampled(layout, values.shape, rows))
  const numbers: Measured = {}
  if (read.prediction) numbers.prediction = take(read.prediction, layouts.prediction)
  if (read.target) numbers.target = take(read.target, layouts.target)
  if (read.weights) numbers.weights = take(read.weights, layouts.weights)
  return { numbers, options, loss: read.loss && meanLoss(contract, read, options) }
}

/** Anything that has a shape. */
type Shaped = { shape: readonly number[] }

/** How the arguments of a call are read. */
export function layoutsOf(contract: Contract, given: { prediction?: Shaped; target?: Shaped }, options: Given['options']) {
  const { prediction, target } = layoutsFor(contract.axis ?? -1, given.prediction?.shape ?? [], given.target?.shape)
  const weights: Layout = { classAxis: 'elementwise' }
  return { prediction, target: { ...target, ignoreIndex: ignoredIndex(contract, options) } satisfies Layout, weights }
}

/** Two observations of calls that agree in `relation`. */
export function together(a: Observation, b: Observation): Observation {
  const numbers: Measured = { ...a.numbers, ...b.numbers }
  for (const role of ['prediction', 'target', 'weights'] as const) {
    const [first, second] = [a.numbers[role], b.numbers[role]]
    if (first && second) numbers[role] = pool(first, second)
  }
  return { numbers, options: b.options, loss: lowest(a.loss, b.loss) }
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

/** Sums and weighted losses lie anywhere; only a plain mean can be compared with a floor. */
export function meanLoss(
  contract: Contract,
  { loss, weights }: { loss?: Values; weights?: unknown },
  options: Given['options'],
): number | undefined {
  const reduction = options.reduction ?? contract.reduction
  if (
    !loss ||
    loss.data.length === 0 ||
    weights ||
    reduction === 'sum' ||
    (contract.package === '@tensorflow/tfjs' && reduction === tfjsSum)
  )
    return undefined
  let sum = 0
  for (let i = 0; i < loss.data.length; i++) sum += loss.data[i]!
  return sum / loss.data.length
}

/** `tf.Reduction.SUM` is a number. */
const tfjsSum = 2

/** A value below the floor clears a suspect, and a negative one stays a fault; NaN tells less than any number. */
function lowest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || Number.isNaN(a)) return b ?? a
  return b === undefined || Number.isNaN(b) ? a : Math.min(a, b)
}
