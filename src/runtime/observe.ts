import type { Contract } from '../contracts/contract.js'
import { type Layout, layoutsFor, sampled } from '../numbers/layout.js'
import { type Losses, lossesOf, poolLosses } from '../numbers/losses.js'
import type { Numbers } from '../numbers/numbers.js'
import { pool } from '../numbers/pool.js'
import { measure } from '../numbers/stats.js'
import { sizeOf } from '../numbers/values.js'
import { type Given, ignoredIndex } from './arguments.js'
import { meanLoss, meanOf } from './mean-loss.js'
import type { Extent, Read, Seen } from './read.js'

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

/** Measures what was read of a call. */
export function observe(contract: Contract, read: Read, options: Given['options'], extent: Extent): Observation {
  const layouts = layoutsOf(contract, { prediction: shaped(read.prediction), target: shaped(read.target) }, options)
  const numbers: Measured = {}
  if (read.prediction) numbers.prediction = measured(read.prediction, layouts.prediction, extent)
  if (read.target) numbers.target = measured(read.target, layouts.target, extent)
  if (read.weights) numbers.weights = measured(read.weights, layouts.weights, extent)
  const returned = meanOf(read.loss)
  return { numbers, options, loss: meanLoss(contract, read, options), losses: returned === undefined ? undefined : lossesOf([returned]) }
}

/** The shape of the tensor that was read, whatever part of it was. */
export function shaped(seen: Seen | undefined): Shaped | undefined {
  return seen?.part ?? seen
}

function measured(seen: Seen, layout: Layout, { rows, nth }: Extent): Numbers {
  if (seen.part) return ofPart(measure(seen, layout), seen.part)
  return measure(seen, rows === 'all' ? layout : sampled(layout, seen.shape, rows, nth))
}

/** What a block of whole rows showed, told of the tensor that it is from. Sums along an axis that is cut show nothing. */
function ofPart({ otherAxis, ...numbers }: Numbers, { shape, begin }: NonNullable<Seen['part']>): Numbers {
  const uncut = otherAxis && numbers.shape[otherAxis.axis] === shape[otherAxis.axis] ? { otherAxis } : {}
  const firstNonFinite = numbers.firstNonFinite?.map((index, axis) => index + begin[axis]!)
  return { ...numbers, ...uncut, shape: [...shape], rows: sizeOf(shape) / numbers.classes, ...(firstNonFinite && { firstNonFinite }) }
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
