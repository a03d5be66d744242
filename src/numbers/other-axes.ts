import { tableFor } from './half.js'
import type { AxisSum } from './numbers.js'
import { refutingTolerance } from './thresholds.js'
import { sizeOf, type Values } from './values.js'

/**
 * The axis, other than that of the classes, along which the entries sum to 1: the one that was normalised in its place, such
 * as the batch. Reads about `budget` entries an axis, in whole lines, because a sample of rows would say nothing of their sums;
 * an axis is given up at the first line with another sum.
 */
export function sumsOfOtherAxes(values: Values, classAxis: number, budget: number): AxisSum | undefined {
  for (let axis = 0; axis < values.shape.length; axis++) {
    const sums = axis === classAxis || values.shape[axis]! < 2 ? undefined : sumsAlong(values, axis, budget)
    if (sums) return sums
  }
  return undefined
}

function sumsAlong(values: Values, axis: number, budget: number): AxisSum | undefined {
  const { data, shape, dtype } = values
  const length = shape[axis]!
  const step = sizeOf(shape.slice(axis + 1))
  const lines = data.length / length
  const seen = Math.min(lines, Math.max(fewestLines, Math.floor(budget / length)))
  const limit = refutingTolerance(dtype, length)
  const table = tableFor(values)
  const sums = { axis, min: Infinity, max: -Infinity, worst: 0 }
  for (let i = 0; i < seen; i++) {
    const line = Math.floor((i * lines) / seen)
    const outer = Math.floor(line / step)
    let sum = 0
    for (let j = 0, at = outer * length * step + (line - outer * step); j < length; j++, at += step)
      sum += table ? table[data[at]!]! : data[at]!
    sums.min = Math.min(sums.min, sum)
    sums.max = Math.max(sums.max, sum)
    sums.worst = Math.max(sums.worst, Math.abs(sum - 1))
    if (!(sums.worst <= limit)) return undefined
  }
  return sums
}

/** With four lines chance is as small as with four rows. */
const fewestLines = 4
