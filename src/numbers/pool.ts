import type { Numbers } from './numbers.js'
import { fewestRows, mostDistinct, mostTellingRows } from './thresholds.js'

/**
 * Puts together what two batches of the same argument showed; counts add up and extremes widen, so what was refuted
 * stays refuted. Both need the same class count. The shape is the later one's.
 */
export function pool(a: Numbers, b: Numbers): Numbers {
  if (a.seenRows === 0) return b
  if (b.seenRows === 0) return a
  return {
    shape: b.shape,
    dtype: b.dtype,
    classes: b.classes,
    ...counts(a, b),
    min: lower(a.min, b.min),
    max: higher(a.max, b.max),
    ...(a.firstNonFinite || b.firstNonFinite ? { firstNonFinite: a.firstNonFinite ?? b.firstNonFinite } : {}),
    ...(a.outsideUnit + b.outsideUnit > 0 && { firstOutsideUnit: a.firstOutsideUnit ?? b.firstOutsideUnit }),
    binary: a.binary && b.binary,
    signed: a.signed && b.signed,
    ...distinct(a.distinct, b.distinct),
    rowSum: sums(a.rowSum, b.rowSum),
    ...(a.otherAxis && a.otherAxis.axis === b.otherAxis?.axis && { otherAxis: { ...b.otherAxis, ...sums(a.otherAxis, b.otherAxis) } }),
    ...(a.argmax && b.argmax && { argmax: union(a.argmax, b.argmax) }),
    ...(a.logSumExp !== undefined && b.logSumExp !== undefined && { logSumExp: Math.max(a.logSumExp, b.logSumExp) }),
    tellingRows: tellingRows(a.tellingRows, b.tellingRows),
    tellingAtOnce: Math.max(a.tellingAtOnce, b.tellingAtOnce),
    ...(a.kept && b.kept && { kept: keptOf(a.kept, b.kept) }),
    equalRows: a.equalRows && b.equalRows && sameRows(a, b),
    leastGap: lower(a.leastGap, b.leastGap),
    greatestGap: higher(a.greatestGap, b.greatestGap),
  }
}

/**
 * Rows of different batches may belong to the same examples, and a step of training leaves the sum of an example's
 * logits where it was, for the gradient of cross-entropy sums to 0. So small batches do not add up to a proof; they only
 * confirm one batch that had rows enough by itself.
 */
function tellingRows(a: number, b: number): number {
  return Math.max(a, b) >= fewestRows ? Math.min(mostTellingRows, a + b) : Math.max(a, b)
}

function counts(a: Numbers, b: Numbers) {
  return {
    rows: a.rows + b.rows,
    seenRows: a.seenRows + b.seenRows,
    nan: a.nan + b.nan,
    infinite: a.infinite + b.infinite,
    outsideUnit: a.outsideUnit + b.outsideUnit,
    negative: a.negative + b.negative,
    fractions: a.fractions + b.fractions,
    oneHotRows: a.oneHotRows + b.oneHotRows,
    multiHotRows: a.multiHotRows + b.multiHotRows,
  }
}

function distinct(a: readonly number[] | undefined, b: readonly number[] | undefined): { distinct?: readonly number[] } {
  if (!a || !b) return {}
  const all = union(a, b)
  return all.length > mostDistinct ? {} : { distinct: all }
}

function union(a: readonly number[], b: readonly number[]): number[] {
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
