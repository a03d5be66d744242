/** What was measured of one row; one object serves all rows of a pass. */
export interface Row {
  count: number
  sum: number
  min: number
  max: number
  /** Second largest entry. */
  second: number
  negative: number
  outside: number
  zeros: number
  ones: number
  minusOnes: number
  fractions: number
  nan: number
}

export function newRow(): Row {
  return { count: 0, sum: 0, min: 0, max: 0, second: 0, negative: 0, outside: 0, zeros: 0, ones: 0, minusOnes: 0, fractions: 0, nan: 0 }
}

/** Reads `count` entries from `start` on, `step` apart. What changes at most entries is local: the loop is the hot one. */
export function readRow(row: Row, data: ArrayLike<number>, start: number, step: number, count: number, low: number, high: number): void {
  clear(row, count)
  let sum = 0
  let min = Infinity
  let max = -Infinity
  let second = -Infinity
  let negative = 0
  let outside = 0
  let fractions = 0
  for (let j = 0, at = start; j < count; j++, at += step) {
    const x = data[at]!
    if (Number.isNaN(x)) {
      row.nan++
      continue
    }
    sum += x
    if (x > max) {
      second = max
      max = x
    } else if (x > second) second = x
    if (x < min) min = x
    if (x < 0) negative++
    if (x < low || x > high) outside++
    if (x !== Math.trunc(x)) fractions++
    else if (x === 0) row.zeros++
    else if (x === 1) row.ones++
    else if (x === -1) row.minusOnes++
  }
  row.sum = sum
  // Adding 0 makes 0 of -0, which only differs in print.
  row.min = min + 0
  row.max = max + 0
  row.second = second
  row.negative = negative
  row.outside = outside
  row.fractions = fractions
}

/** Integers and NaN are rare in what is read most, so their counters need not be local. */
function clear(row: Row, count: number): void {
  row.count = count
  row.zeros = 0
  row.ones = 0
  row.minusOnes = 0
  row.nan = 0
}

/** Log-sum-exp of a row whose largest entry is `max`. */
export function logSumExp(data: ArrayLike<number>, start: number, step: number, count: number, max: number): number {
  if (max === -Infinity) return -Infinity
  let sum = 0
  for (let j = 0, at = start; j < count; j++, at += step) sum += Math.exp(data[at]! - max)
  return max + Math.log(sum)
}

/** Where the first entry that is no finite number stands in the data, or -1. */
export function firstNonFinite(data: ArrayLike<number>, start: number, step: number, count: number): number {
  for (let j = 0, at = start; j < count; j++, at += step) if (!Number.isFinite(data[at])) return at
  return -1
}

/** Entries that are infinite. */
export function infiniteEntries(data: ArrayLike<number>, start: number, step: number, count: number): number {
  let infinite = 0
  for (let j = 0, at = start; j < count; j++, at += step) if (Math.abs(data[at]!) === Infinity) infinite++
  return infinite
}

export function sameRow(data: ArrayLike<number>, a: number, b: number, step: number, count: number): boolean {
  for (let j = 0; j < count; j++) if (data[a + j * step] !== data[b + j * step]) return false
  return true
}
