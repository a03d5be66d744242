import type { Numbers } from './numbers.js'
import { fewestRows, mostDistinct, mostTellingRows } from './thresholds.js'

/**
 * Puts together what two batches of the same argument showed; counts add up and extremes widen, so what was refuted
 * stays refuted. Both need the same class count. The shape is the later one's.
 */
export function pool(a: Numbers, b: Numbers): Numbers {
  if (a.seenRows === 0) return b
  if (b.seenRows === 0) return a
  const pooled: Numbers = {
    shape: b.shape,
    dtype: b.dtype,
    classes: b.classes,
    rows: a.rows + b.rows,
    seenRows: a.seenRows + b.seenRows,
    min: lower(a.min, b.min),
    max: higher(a.max, b.max),
    nan: a.nan + b.nan,
    infinite: a.infinite + b.infinite,
    outsideUnit: a.outsideUnit + b.outsideUnit,
    negative: a.negative + b.negative,
    fractions: a.fractions + b.fractions,
    binary: a.binary && b.binary,
    signed: a.signed && b.signed,
    rowSum: sums(a.rowSum, b.rowSum),
    oneHotRows: a.oneHotRows + b.oneHotRows,
    multiHotRows: a.multiHotRows + b.multiHotRows,
    singleRows: a.singleRows + b.singleRows,
    tellingRows: tellingRows(a.tellingRows, b.tellingRows),
    tellingAtOnce: Math.max(a.tellingAtOnce, b.tellingAtOnce),
    equalRows: a.equalRows && b.equalRows && sameRows(a, b),
    leastGap: lower(a.leastGap, b.leastGap),
    greatestGap: higher(a.greatestGap, b.greatestGap),
  }
  addOptional(pooled, a, b)
  return pooled
}

/** What is only there when there was something to measure. One by one: to spread objects would take most of the time of a small batch. */
function addOptional(pooled: Numbers, a: Numbers, b: Numbers): void {
  const [place, outside, distinct] = [
    a.firstNonFinite ?? b.firstNonFinite,
    a.firstOutsideUnit ?? b.firstOutsideUnit,
    union(a.distinct, b.distinct),
  ]
  if (place) pooled.firstNonFinite = place
  if (outside !== undefined) pooled.firstOutsideUnit = outside
  if (distinct && distinct.length <= mostDistinct) pooled.distinct = distinct
  if (a.otherAxis && a.otherAxis.axis === b.otherAxis?.axis) pooled.otherAxis = { ...b.otherAxis, ...sums(a.otherAxis, b.otherAxis) }
  const argmax = union(a.argmax, b.argmax)
  if (argmax) pooled.argmax = argmax
  if (a.logSumExp !== undefined && b.logSumExp !== undefined) pooled.logSumExp = Math.max(a.logSumExp, b.logSumExp)
  if (a.kept && b.kept) pooled.kept = keptOf(a.kept, b.kept)
}

/**
 * Rows of different batches may belong to the same examples, and a step of training leaves the sum of an example's
 * logits where it was, for the gradient of cross-entropy sums to 0. So small batches do not add up to a proof; they only
 * confirm one batch that had rows enough by itself.
 */
function tellingRows(a: number, b: number): number {
  return Math.max(a, b) >= fewestRows ? Math.min(mostTellingRows, a + b) : Math.max(a, b)
}

/** What is in one list or the other, ascending. */
function union(a: readonly number[] | undefined, b: readonly number[] | undefined): readonly number[] | undefined {
  if (!a || !b) return undefined
  // Mostly nothing is new.
  if (a.length === b.length && a.every((x, i) => x === b[i])) return a
  return [...new Set([...a, ...b])].sort((x, y) => x - y)
}

function sums(a: Numbers['rowSum'], b: Numbers['rowSum']): Numbers['rowSum'] {
  return { min: lower(a.min, b.min), max: higher(a.max, b.max), worst: higher(a.worst, b.worst) }
}

function keptOf(a: NonNullable<Numbers['kept']>, b: NonNullable<Numbers['kept']>): Numbers['kept'] {
  return { count: a.count + b.count, min: lower(a.min, b.min), max: higher(a.max, b.max) }
}

/** Equal within each batch, and as far as extremes and sums can tell between them. */
function sameRows(a: Numbers, b: Numbers): boolean {
  return a.min === b.min && a.max === b.max && a.rowSum.min === b.rowSum.min && a.rowSum.max === b.rowSum.max
}

function lower(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b)
}

function higher(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b)
}
