import type { Numbers } from './numbers.js'
import { firstNonFinite, infiniteEntries, logSumExp, type Row, sameRow } from './row.js'
import type { Grid } from './stats.js'
import { mostDistinct, mostTellingRows, tellingMaximum, unitSlack } from './thresholds.js'
import type { Values } from './values.js'

/** Adds rows up to what `Numbers` says of the whole tensor. */
export class Tally {
  readonly low: number
  readonly high: number
  #first = -1
  #nonFinite = -1
  #outside: number | undefined
  #distinct: number[] | undefined = []
  #worst = 0
  #lse = 0
  #equal = true
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
  }

  constructor(
    readonly values: Values,
    readonly grid: Grid,
    readonly ignoreIndex: number | null,
  ) {
    const slack = unitSlack(values.dtype)
    this.low = -slack
    this.high = 1 + slack
  }

  add(row: Row, start: number): void {
    const total = this.#total
    total.count += row.count
    total.nan += row.nan
    total.outside += row.outside
    total.negative += row.negative
    total.zeros += row.zeros
    total.ones += row.ones
    total.minusOnes += row.minusOnes
    total.fractions += row.fractions
    if (row.min < total.min) total.min = row.min
    if (row.max > total.max) total.max = row.max
    if (row.outside > 0 && this.#outside === undefined) this.#outside = row.min < this.low ? row.min : row.max
    if (this.#distinct || this.ignoreIndex !== null) this.#list(start)
    this.#compare(start)
    const finite = row.nan === 0 && row.min > -Infinity && row.max < Infinity
    if (!finite) this.#findNonFinite(start)
    if (this.grid.rowed && row.nan === 0) this.#judgeRow(row, start, finite)
  }

  /** No entry so far leaves [0, 1]. */
  mayBeProbabilities(): boolean {
    return this.#total.outside === 0 && this.#total.nan === 0
  }

  numbers(seenRows: number, columnSum: Numbers['columnSum']): Numbers {
    const { grid, values } = this
    const total = this.#total
    const said = total.count - total.nan
    const index = this.#nonFinite
    return {
      shape: [...values.shape],
      dtype: values.dtype,
      classes: grid.classes,
      rows: grid.rows,
      seenRows,
      min: measured(total.min, said > 0),
      max: measured(total.max, said > 0),
      nan: total.nan,
      infinite: total.infinite,
      ...(index >= 0 && { firstNonFinite: placeIn(values.shape, index) }),
      outsideUnit: total.outside,
      ...(this.#outside !== undefined && { firstOutsideUnit: this.#outside }),
      negative: total.negative,
      zeros: total.zeros,
      fractions: total.fractions,
      binary: total.count > 0 && total.zeros + total.ones === total.count,
      signed: total.count > 0 && total.ones + total.minusOnes === total.count,
      ...(this.#distinct && { distinct: this.#distinct }),
      ...(this.ignoreIndex !== null && { kept: this.#kept }),
      ...this.#ofRows(columnSum),
      equalRows: seenRows > 1 && this.#equal,
    }
  }

  #ofRows(columnSum: Numbers['columnSum']) {
    const some = this.#sums.max >= this.#sums.min
    const gaps = this.#gaps.greatest >= this.#gaps.least
    return {
      rowSum: { min: measured(this.#sums.min, some), max: measured(this.#sums.max, some), worst: measured(this.#worst, some) },
      ...(columnSum && { columnSum }),
      ...(this.#mayBeLogs() && this.grid.rowed && this.#total.count > 0 && { logSumExp: this.#lse }),
      oneHotRows: this.#total.oneHot,
      multiHotRows: this.#total.multiHot,
      tellingRows: this.#telling.size,
      leastGap: measured(this.#gaps.least, gaps),
      greatestGap: measured(this.#gaps.greatest, gaps),
    }
  }

  #mayBeLogs(): boolean {
    return this.#total.nan === 0 && !(this.#total.max > 0)
  }

  #judgeRow(row: Row, start: number, finite: boolean): void {
    if (this.#mayBeLogs()) {
      const lse = logSumExp(this.values.data, start, this.grid.step, row.count, row.max)
      this.#lse = Math.max(this.#lse, Math.abs(lse))
    }
    const inUnit = row.outside === 0 && row.max < tellingMaximum
    const nonPositive = row.max < Math.log(tellingMaximum)
    if (this.#telling.size < mostTellingRows && (inUnit || nonPositive)) this.#telling.add(row.max + 2 * row.second + 3 * row.min)
    if (row.zeros + row.ones === row.count) {
      if (row.ones === 1) this.#total.oneHot++
      else if (row.ones > 1) this.#total.multiHot++
    }
    if (!finite) return
    this.#worst = Math.max(this.#worst, Math.abs(row.sum - 1))
    this.#sums.min = Math.min(this.#sums.min, row.sum)
    this.#sums.max = Math.max(this.#sums.max, row.sum)
    if (row.count < 2) return
    this.#gaps.least = Math.min(this.#gaps.least, row.max - row.second)
    this.#gaps.greatest = Math.max(this.#gaps.greatest, row.max - row.second)
  }

  #findNonFinite(start: number): void {
    const { data } = this.values
    const { step, classes } = this.grid
    this.#total.infinite += infiniteEntries(data, start, step, classes)
    const index = firstNonFinite(data, start, step, classes)
    if (this.#nonFinite < 0 || index < this.#nonFinite) this.#nonFinite = index
  }

  #compare(start: number): void {
    if (this.#first < 0) this.#first = start
    else if (this.#equal) this.#equal = sameRow(this.values.data, this.#first, start, this.grid.step, this.grid.classes)
  }

  #list(start: number): void {
    const { step, classes } = this.grid
    for (let j = 0, at = start; j < classes; j++, at += step) {
      const x = this.values.data[at]! + 0
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

/** The value in its ascending place; undefined once there are too many to be worth listing. */
function insert(sorted: number[], x: number): number[] | undefined {
  let i = 0
  while (i < sorted.length && sorted[i]! < x) i++
  if (sorted[i] === x) return sorted
  if (sorted.length === mostDistinct) return undefined
  sorted.splice(i, 0, x)
  return sorted
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
