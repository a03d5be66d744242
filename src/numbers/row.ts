/** What was measured of one row; one object serves all rows of a pass. */
export interface Row {
  count: number
  sum: number
  min: number
  max: number
  /** Second largest entry. */
  second: number
  /** Where the largest entry stands in the row. */
  argmax: number
  /** Some entry is no integer. Of rows of integers alone, how many are 0, 1 and -1. */
  fractions: boolean
  zeros: number
  ones: number
  minusOnes: number
  nan: number
  infinite: number
  /** Where the first NaN or infinity stands in the row, or -1. */
  nonFinite: number
}

export function newRow(): Row {
  return {
    count: 0,
    sum: 0,
    min: 0,
    max: 0,
    second: 0,
    argmax: 0,
    fractions: false,
    zeros: 0,
    ones: 0,
    minusOnes: 0,
    nan: 0,
    infinite: 0,
    nonFinite: -1,
  }
}

/**
 * Reads `count` entries from `start` on. The loop is the hot one: a branch that goes either way at random costs more than all
 * its arithmetic, so it counts nothing, and adds fractional parts up instead of looking at each.
 */
export function readRow(row: Row, data: Float64Array, start: number, count: number): void {
  let sum = 0
  let min = Infinity
  let max = -Infinity
  let second = -Infinity
  let argmax = start
  let fractions = 0
  const end = start + count
  for (let at = start; at < end; at++) {
    const x = data[at]!
    sum += x
    if (x > second) {
      if (x > max) {
        second = max
        max = x
        argmax = at
      } else second = x
    }
    if (x < min) min = x
    fractions += x - Math.floor(x)
  }
  row.count = count
  row.sum = sum
  // Adding 0 makes 0 of -0, which only differs in print.
  row.min = min + 0
  row.max = max + 0
  row.second = second
  row.argmax = argmax - start
  row.nan = 0
  row.infinite = 0
  row.nonFinite = -1
  row.fractions = fractions !== 0
  // Of NaN and infinities, one is left in the sum.
  if (!Number.isFinite(sum)) readNonFinite(row, data, start, count)
  if (!row.fractions) readIntegers(row, data, start, count)
}

/** Rare: what of the row is left without NaN, and where it is no number. */
function readNonFinite(row: Row, data: Float64Array, start: number, count: number): void {
  row.sum = 0
  row.fractions = false
  for (let j = 0; j < count; j++) {
    const x = data[start + j]!
    if (Number.isNaN(x)) row.nan++
    else row.sum += x
    if (Number.isFinite(x)) row.fractions ||= x !== Math.floor(x)
    else if (row.nonFinite < 0) row.nonFinite = j
    if (x === Infinity || x === -Infinity) row.infinite++
  }
}

/** Labels, mostly. */
function readIntegers(row: Row, data: Float64Array, start: number, count: number): void {
  let zeros = 0
  let ones = 0
  let minusOnes = 0
  for (let at = start; at < start + count; at++) {
    const x = data[at]!
    if (x === 0) zeros++
    else if (x === 1) ones++
    else if (x === -1) minusOnes++
  }
  row.zeros = zeros
  row.ones = ones
  row.minusOnes = minusOnes
}

/** Log-sum-exp of a row whose largest entry is `max`. */
export function logSumExp(data: Float64Array, start: number, count: number, max: number): number {
  if (max === -Infinity) return -Infinity
  let sum = 0
  for (let at = start; at < start + count; at++) sum += Math.exp(data[at]! - max)
  return max + Math.log(sum)
}

export function equalRow(first: Float64Array, data: Float64Array, start: number): boolean {
  for (let j = 0; j < first.length; j++) if (first[j] !== data[start + j]) return false
  return true
}
