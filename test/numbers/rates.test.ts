import { describe, expect, it } from 'vitest'
import { chanceOf, chanceOfRow } from '../../src/numbers/chance.js'
import { claimsFrom } from '../../src/numbers/claims.js'
import { pool } from '../../src/numbers/pool.js'
import { measure } from '../../src/numbers/stats.js'
import { type Random, random } from '../random.js'
import { families } from './scores.js'

/**
 * Chance in 1,000 that a row of scores is all in [0, 1] and sums to 1 within 1e-3: computed by numeric convolution, and linear
 * in the tolerance.
 */
const rates: Record<string, Record<number, number>> = {
  'N(0, 1)': { 2: 0.23, 3: 0.05, 5: 7.1e-4, 10: 5.1e-10 },
  'N(0, 0.3)': { 2: 0.12, 3: 0.18, 5: 0.06, 10: 3.6e-5 },
  'N(0, 0.1)': { 2: 7.8e-11, 3: 2.7e-7, 5: 1.5e-4, 10: 2.1e-3 },
  'U[0, 1]': { 2: 2, 3: 1, 5: 0.083, 10: 5.5e-6 },
  'U[-1, 1]': { 2: 0.5, 3: 0.13, 5: 2.6e-3, 10: 5.4e-9 },
  'relu N(0, 1)': { 2: 0.47, 3: 0.57, 5: 0.5, 10: 0.12 },
  'relu N(0, 0.3)': { 2: 0.12, 3: 0.36, 5: 0.98, 10: 1.5 },
  'relu N(0, 0.1)': { 2: 7.8e-11, 3: 2.7e-7, 5: 1.9e-4, 10: 0.07 },
  'sigmoid of N(0, 1)': { 2: 2.6, 3: 0.9, 5: 5.7e-3, 10: 1e-12 },
  'sigmoid of N(-2, 1)': { 2: 0.047, 3: 0.3, 5: 1.7, 10: 0.86 },
}

const classCounts = [2, 3, 5, 10]
const rows = 20_000

describe.each(Object.entries(families))('rows of scores from %s', (name, draw) => {
  it.each(classCounts)('pass for a distribution of %i classes as often as computed', (classes) => {
    const next = random(classes * 104_729)
    const [narrow, wide] = [1e-3, 1e-2].map((tolerance) => passing(draw, next, classes, tolerance))
    const expected = rates[name]![classes]! / 1000
    // Four standard deviations, 3 rows for rates that are near 0, and 5 % for the digits of the table.
    const off = (p: number) => 4 * Math.sqrt(p / rows) + 3 / rows + 0.05 * p
    expect(Math.abs(narrow! - expected)).toBeLessThan(off(expected))
    expect(Math.abs(wide! - 10 * expected)).toBeLessThan(off(10 * expected))
    expect(narrow!).toBeLessThan(chanceOfRow(classes, 1e-3))
    expect(wide!).toBeLessThan(chanceOfRow(classes, 1e-2))
  })

  it('pass less often than the bound when they are scaled to sum to 1 on average', () => {
    const next = random(17)
    const mean = Array.from({ length: 4000 }, () => Math.max(0, draw(next))).reduce((a, b) => a + b) / 4000
    for (const classes of [2, 5, 25, 100]) {
      const scaled = (from: Random) => Math.max(0, draw(from)) / (mean * classes)
      expect(passing(scaled, next, classes, 1e-2, 8000)).toBeLessThan(chanceOfRow(classes, 1e-2))
    }
  })
})

it('the bound is above every computed rate, of more classes too', () => {
  const worst = Object.values(rates).flatMap((each) => Object.entries(each))
  for (const [classes, rate] of worst) expect(rate / 1000).toBeLessThan(chanceOfRow(Number(classes), 1e-3))
  for (const [classes, rate] of [
    [7, 2.5e-3],
    [9, 2.5e-3],
    [20, 2e-3],
    [25, 2.7e-3],
    [50, 7.3e-5],
  ] as const)
    expect(rate).toBeLessThan(chanceOfRow(classes, 1e-3))
})

it('a batch of four rows never passes, and three rows hardly', () => {
  const next = random(23)
  const passed = { 3: 0, 4: 0 }
  for (const draw of Object.values(families))
    for (const classes of classCounts)
      for (const count of [3, 4] as const)
        for (let batch = 0; batch < 250; batch++) {
          const data = Float32Array.from({ length: count * classes }, () => draw(next))
          const numbers = measure({ data, shape: [count, classes], dtype: 'float32' }, { classAxis: -1 })
          if (claimsFrom(numbers, { role: 'prediction', axis: -1 }).claims.some(({ kind }) => kind === 'distribution')) passed[count]++
        }
  expect(passed).toEqual({ 3: 0, 4: 0 })
})

describe('the sentence', () => {
  const said = (data: readonly number[] | Float32Array, shape: number[], dtype = 'float32') => {
    const numbers = measure({ data, shape, dtype }, { classAxis: -1 })
    return claimsFrom(numbers, { role: 'prediction', axis: -1 }).claims[0]?.evidence[0]?.note
  }
  const softmaxed = (count: number, classes: number) => {
    const next = random(count)
    const data = Float32Array.from({ length: count * classes }, () => Math.exp(2 * next()))
    for (let row = 0; row < data.length; row += classes) {
      const sum = data.subarray(row, row + classes).reduce((a, b) => a + b)
      for (let j = row; j < row + classes; j++) data[j]! /= sum
    }
    return data
  }

  it('says how many rows, how near, and how probable that is by chance', () => {
    expect(said(softmaxed(4096, 10), [4096, 10])).toMatch(
      /^4,096 rows of 10 sum to 1 within [1-9]e-[78]; scores would do so by chance with probability under 1e-100$/,
    )
    const few = softmaxed(2, 10)
    // (2 sqrt(10) 1.01e-5)^2 = 4.1e-9
    expect(said(few, [2, 10])).toMatch(/^2 rows of 10 sum to 1 within .*; scores would do so by chance with probability under 1e-8$/)
    // (2 sqrt(10) 1e-2)^2 = 0.004: of plain numbers nobody knows how they were rounded.
    expect(said([...few], [2, 10], 'number')).toMatch(/with probability under 0\.01$/)
    expect(said(softmaxed(64, 10).map(Math.log), [64, 10])).toMatch(
      /^64 rows of 10 have a log-sum-exp of 0 within .e-[78]; scores would do so by chance with probability under 1e-100$/,
    )
  })

  it('is silent about chance where rows are one-hot, and counts equal rows once', () => {
    expect(said([1, 0, 0, 0, 1, 0], [2, 3])).toBe('all 2 rows are one-hot')
    expect(said([1, 0, 0], [1, 3])).toBe('the only row of 3 sums to 1 exactly')
    const row = [0.5, 0.25, 0.125, 0.125]
    expect(said([...row, ...row, ...row, ...row], [4, 4])).toMatch(/^4 rows of 4 sum to 1 exactly; .* under 1e-4$/)
  })

  it('does not count the rows of other batches, which may be the same examples', () => {
    const batch = () => measure({ data: softmaxed(2, 10), shape: [2, 10], dtype: 'float32' }, { classAxis: -1 })
    const pooled = Array.from({ length: 20 }, batch).reduce(pool)
    expect(chanceOf(pooled, 0)).toBe(chanceOf(batch(), 0))
  })
})

function passing(draw: (next: Random) => number, next: Random, classes: number, tolerance: number, count = rows): number {
  let passed = 0
  for (let row = 0; row < count; row++) {
    let sum = 0
    let inside = true
    for (let j = 0; j < classes; j++) {
      const x = draw(next)
      sum += x
      if (x < 0 || x > 1) inside = false
    }
    if (inside && Math.abs(sum - 1) <= tolerance) passed++
  }
  return passed / count
}
