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

/** Reads `count` entries from `start` on. Labels are mostly zeros and ones, of which a shorter loop tells all there is to know. */
export function readRow(row: Row, data: Float64Array, start: number, count: number): void {
  row.count = count
  row.nan = 0
  row.infinite = 0
  row.nonFinite = -1
  if (readBinary(row, data, start, count)) return
  readScores(row, data, start, count)
  // Of NaN and infinities, one is left in the sum.
  if (!Number.isFinite(row.sum)) readNonFinite(row, data, start, count)
  // A sum of integers is one.
  else row.fractions = !Number.isInteger(row.sum) || someFraction(data, start, count)
  if (!row.fractions) readIntegers(row, data, start, count)
}

/** False when an entry is neither 0 nor 1; then nothing was read. */
function readBinary(row: Row, data: Float64Array, start: number, count: number): boolean {
  const end = start + count
  let ones = 0
  let first = end
  for (let at = start; at < end; at++) {
    while (at + 4 < end && data[at] === 0 && data[at + 1] === 0 && data[at + 2] === 0 && data[at + 3] === 0) at += 4
    const x = data[at]!
    if (x === 0) continue
    if (x !== 1) return false
    if (ones++ === 0) first = at
  }
  row.sum = ones
  row.min = count > 0 ? Number(ones === count) : Infinity
  row.max = count > 0 ? Number(ones > 0) : -Infinity
  row.second = count > 1 ? Number(ones > 1) : -Infinity
  row.argmax = ones > 0 ? first - start : 0
  row.fractions = false
  row.zeros = count - ones
  row.ones = ones
  row.minusOnes = 0
  return true
}

/**
 * The hot loop. A branch that goes either way at random costs more than all arithmetic, and the end of each round more than
 * that of an entry: it runs on over four entries at once while none of them is an extreme. Engines compile such a loop best when
 * there is none within it.
 */
function readScores(row: Row, data: Float64Array, start: number, count: number): void {
  let sum = 0
  let min = Infinity
  let max = -Infinity
  let second = -Infinity
  let argmax = start
  const end = start + count
  for (let at = start; at < end; ) {
    for (; at + 4 <= end; at += 4) {
      const x = data[at]!
      const y = data[at + 1]!
      const z = data[at + 2]!
      const w = data[at + 3]!
      if (x > second || y > second || z > second || w > second || x < min || y < min || z < min || w < min) break
      sum += x + y + (z + w)
    }
    for (const stop = Math.min(at + 4, end); at < stop; at++) {
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
    }
  }
  row.sum = sum
  // Adding 0 makes 0 of -0, which only differs in print.
  row.min = min + 0
  row.max = max + 0
  row.second = second
  row.argmax = argmax - start
}

function someFraction(data: Float64Array, start: number, count: number): boolean {
  for (let at = start; at < start + count; at++) if (data[at] !== Math.floor(data[at]!)) return true
  return false
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
