import type { Numbers } from './numbers.js'
import { refutingTolerance, rowSumTolerance } from './thresholds.js'

/**
 * Bound of the chance that one row of scores over `classes` classes sums to 1 within `tolerance` (or, with entries at most 0,
 * has a log-sum-exp within it of 0): 2 sqrt(C) times the tolerance.
 *
 * The sum of C independent entries of mean 1/C and coefficient of variation v has a density of at most sqrt(C) / (v sqrt(2 pi)),
 * near enough, where it is 1, and so the chance is twice that times the tolerance; v is 0.42 for the sigmoid of N(0, 1), 0.58 for
 * uniform entries, 1.46 after a ReLU. It holds for each of the ten families of scores that the tests draw, at every C, and for
 * any scaling of them. Scores that hardly differ from 1/C would pass more often.
 */
export function chanceOfRow(classes: number, tolerance: number): number {
  return Math.min(1, 2 * Math.sqrt(classes) * tolerance)
}

/**
 * Base-10 logarithm of a bound of the chance that all telling rows of a batch are so near by accident. They count, not all rows
 * that were seen, because only they are independent; and the tolerance counts, not the distance that was seen, because it is
 * known beforehand. Numbers of unknown origin may be written with two decimals, so for them it is that of those.
 */
export function chanceOf({ tellingAtOnce, classes, dtype }: Numbers, off: number): number {
  const fine = rowSumTolerance(dtype, classes)
  const unknown = /^(float|bfloat)\d/.test(dtype) ? 0 : 1e-2
  const tolerance = Math.max(off <= fine ? fine : refutingTolerance(dtype, classes), off, unknown)
  return tellingAtOnce * Math.log10(chanceOfRow(classes, tolerance))
}
