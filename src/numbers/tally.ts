import { type Grid, startOf } from './grid.js'
import type { AxisSum, Numbers } from './numbers.js'
import { equalRow, logSumExp, type Row } from './row.js'
import { logSumExpTolerance, mostDistinct, mostTellingRows, refutingTolerance, tellingMaximum, unitSlack } from './thresholds.js'
import type { Values } from './values.js'

/** Adds rows up to what `Numbers` says of the whole tensor. */
export class Tally {
  readonly #low: number
  readonly #high: number
  readonly #lseLimit: number
  #first: Float64Array | undefined
  #nonFinite = -1
  #outside: number | undefined
  #distinct: number[] | undefined = []
  #worst = 0
  #lse = 0
  #equal = true
  /** A bit for each class that was the largest of a row. */
  #argmax = 0
  readonly #telling = new Set<number>()
  readonly #kept = { count: 0, min: Infinity, max: -Infinity }
  readonly #sums = { min: Infinity, max: -Infinity }
  readonly #gaps = { least: Infinity, greatest: -Infinity }
  readonly #total = {
    count: 0,
    min: Infinity,
    max: -Infinity,
    nan: 0,
    infinite: 0,
    outside: 0,
    negative: 0,
    zeros: 0,
    ones: 0,
    minusOnes: 0,
    fractions: 0,
    oneHot: 0,
    multiHot: 0,
    single: 0,
  }

  constructor(
    readonly values: Values,
    readonly grid: Grid,
    readonly ignoreIndex: number | null,
  ) {
    const slack = unitSlack(values.dtype)
    this.#low = -slack
    this.#high = 1 + slack
    this.#lseLimit = logSumExpTolerance(values.dtype, grid.classes)
  }

  /** The tensor's `index`-th row, whose entries stand in `block` from `at` on. */
  add(row: Row, block: Float64Array, at: number, index: number): void {
    const total = this.#total
    total.count += row.count
    if (row.min < total.min) total.min = row.min
    if (row.max > total.max) total.max = row.max
    if (row.min < 0) total.negative++
    if (row.min < this.#low || row.max > this.#high) {
      total.outside++
      this.#outside ??= row.min < this.#low ? row.min : row.max
    }
    if (row.fractions) {
      total.fractions++
      // Only of labels it is of interest which there are.
      this.#distinct = undefined
    } else this.#addIntegers(row)
    if (this.#distinct || this.ignoreIndex !== null) this.#list(row, block, at)
    this.#compare(block, at)
    if (row.nonFinite >= 0) this.#addNonFinite(row, startOf(this.grid, index))
    if (this.grid.axis !== undefined && row.nan === 0) this.#judgeRow(row, block, at)
  }

  /** All entries are in [0, 1], but rows do not sum to 1: perhaps another axis does. */
  mayBeOfOtherAxis(): boolean {
    const { outside, nan } = this.#total
    const { dtype } = this.values
    return this.grid.axis !== undefined && outside + nan === 0 && this.#worst > refutingTolerance(dtype, this.grid.classes)
  }

  numbers(seenRows: number, otherAxis: AxisSum | undefined): Numbers {
    const { grid, values } = this
    const total = this.#total
    const said = total.count - total.nan
    const index = this.#nonFinite
    const rowed = grid.axis !== undefined && total.count > 0
    const some = this.#sums.max >= this.#sums.min
    const gaps = this.#gaps.greatest >= this.#gaps.least
    const numbers: Numbers = {
      shape: [...values.shape],
      dtype: values.dtype,
      classes: grid.classes,
      rows: grid.rows,
      seenRows,
      min: measured(total.min, said > 0),
      max: measured(total.max, said > 0),
      nan: total.nan,
      infinite: total.infinite,
      outsideUnit: total.outside,
      negative: total.negative,
      fractions: total.fractions,
      binary: total.count > 0 && total.zeros + total.ones === total.count,
      signed: total.count > 0 && total.ones + total.minusOnes === total.count,
      rowSum: { min: measured(this.#sums.min, some), max: measured(this.#sums.max, some), worst: measured(this.#worst, some) },
      oneHotRows: total.oneHot,
      multiHotRows: total.multiHot,
      singleRows: total.single,
      tellingRows: this.#telling.size,
      tellingAtOnce: this.#telling.size,
      equalRows: seenRows > 1 && this.#equal,
      leastGap: measured(this.#gaps.least, gaps),
      greatestGap: measured(this.#gaps.greatest, gaps),
    }
    if (index >= 0) numbers.firstNonFinite = placeIn(values.shape, index)
    if (this.#outside !== undefined) numbers.firstOutsideUnit = this.#outside
    if (this.#distinct) numbers.distinct = this.#distinct
    if (this.ignoreIndex !== null) numbers.kept = this.#kept
    if (otherAxis) numbers.otherAxis = otherAxis
    if (rowed && this.#mayBeLogs()) numbers.logSumExp = this.#lse
    if (rowed && grid.classes <= mostDistinct) numbers.argmax = bitsOf(this.#argmax)
    return numbers
  }

  #addIntegers(row: Row): void {
    this.#total.zeros += row.zeros
    this.#total.ones += row.ones
    this.#total.minusOnes += row.minusOnes
    if (this.grid.axis === undefined || row.zeros + row.ones !== row.count) return
    if (row.ones === 1) this.#total.oneHot++
    else if (row.ones > 1) this.#total.multiHot++
  }

  #mayBeLogs(): boolean {
    return this.#total.nan === 0 && !(this.#total.max > 0)
  }

  #judgeRow(row: Row, block: Float64Array, at: number): void {
    if (this.#mayBeLogs() && !(this.#lse > this.#lseLimit)) this.#lse = Math.max(this.#lse, this.#distanceFromLogs(row, block, at))
    const inUnit = row.min >= this.#low && row.max < tellingMaximum
    if (this.#telling.size < mostTellingRows && (inUnit || row.max < tellingLogarithm))
      this.#telling.add(row.max + 2 * row.second + 3 * row.min)
    this.#argmax |= 1 << row.argmax
    if (row.infinite > 0) return
    const sums = this.#sums
    this.#worst = Math.max(this.#worst, Math.abs(row.sum - 1))
    if (row.sum < sums.min) sums.min = row.sum
    if (row.sum > sums.max) sums.max = row.sum
    if (row.count < 2) return
    if ((row.min === 0 && row.sum === row.max) || (row.max === 0 && row.sum === row.min)) this.#total.single++
    const gap = row.max - row.second
    if (gap < this.#gaps.least) this.#gaps.least = gap
    if (gap > this.#gaps.greatest) this.#gaps.greatest = gap
  }

  /** |log-sum-exp| of a row without positive entries. It is at most ln C above the largest, which often is enough to know. */
  #distanceFromLogs(row: Row, block: Float64Array, at: number): number {
    const short = -(row.max + Math.log(row.count))
    return short > this.#lseLimit ? short : Math.abs(logSumExp(block, at, row.count, row.max))
  }

  #addNonFinite(row: Row, start: number): void {
    this.#total.nan += row.nan
    this.#total.infinite += row.infinite
    const index = start + row.nonFinite * this.grid.step
    if (this.#nonFinite < 0 || index < this.#nonFinite) this.#nonFinite = index
  }

  #compare(block: Float64Array, at: number): void {
    if (!this.#first) this.#first = block.slice(at, at + this.grid.classes)
    else if (this.#equal) this.#equal = equalRow(this.#first, block, at)
  }

  #list(row: Row, block: Float64Array, start: number): void {
    if (this.ignoreIndex === null && row.zeros + row.ones === row.count && this.#distinct) {
      if (row.zeros > 0) this.#distinct = insert(this.#distinct, 0)
      if (row.ones > 0 && this.#distinct) this.#distinct = insert(this.#distinct, 1)
      return
    }
    for (let at = start; at < start + this.grid.classes; at++) {
      const x = block[at]! + 0
      if (Number.isNaN(x)) continue
      if (this.ignoreIndex !== null && x !== this.ignoreIndex) {
        this.#kept.count++
        if (x < this.#kept.min) this.#kept.min = x
        if (x > this.#kept.max) this.#kept.max = x
      }
      if (this.#distinct) this.#distinct = insert(this.#distinct, x)
    }
  }
}

const tellingLogarithm = Math.log(tellingMaximum)

/** The value in its ascending place; undefined once there are too many to be worth listing. */
function insert(sorted: number[], x: number): number[] | undefined {
  let i = 0
  while (i < sorted.length && sorted[i]! < x) i++
  if (sorted[i] === x) return sorted
  if (sorted.length === mostDistinct) return undefined
  sorted.splice(i, 0, x)
  return sorted
}

function bitsOf(mask: number): number[] {
  const bits: number[] = []
  for (let bit = 0; bit < mostDistinct; bit++) if (mask & (1 << bit)) bits.push(bit)
  return bits
}

function measured(x: number, any: boolean): number {
  return any ? x : NaN
}

/** Indices of the entry at `flat` in row-major order. */
function placeIn(shape: readonly number[], flat: number): number[] {
  const place: number[] = []
  for (let axis = shape.length - 1, rest = flat; axis >= 0; axis--) {
    place.unshift(rest % shape[axis]!)
    rest = Math.floor(rest / shape[axis]!)
  }
  return place
}
