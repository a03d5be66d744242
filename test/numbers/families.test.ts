import { describe, expect, it } from 'vitest'
import { claimsFrom } from '../../src/numbers/claims.js'
import { measure } from '../../src/numbers/stats.js'
import { gaussian, random } from '../random.js'
import { families } from './scores.js'

const batches = 600

describe.each(Object.entries(families))('scores from %s', (_, draw) => {
  it.each([2, 3, 5, 7, 9, 10, 25])('prove nothing with %i classes', (classes) => {
    const next = random(classes * 7919)
    let likely = 0
    for (let batch = 0; batch < batches; batch++) {
      const rows = 1 + (batch % 8)
      const data = Float32Array.from({ length: rows * classes }, () => draw(next))
      const { claims } = claimsFrom(measure({ data, shape: [rows, classes], dtype: 'float32' }, { classAxis: -1 }), {
        role: 'prediction',
        axis: -1,
      })
      const wrong = claims.filter(({ kind }) => kind === 'distribution' || kind === 'one-hot' || kind === 'log-probabilities')
      expect(wrong.filter(({ strength }) => strength === 'proved')).toEqual([])
      if (wrong.some(({ strength }) => strength === 'likely')) likely++
    }
    // A row of these is within 1e-5 of sum 1 less than once in 10,000 times.
    expect(likely).toBeLessThan(batches / 100)
  })
})

describe('structured scores', () => {
  it('L2-normalised ReLU features of two classes prove nothing, one-hot rows or not', () => {
    const next = random(11)
    for (let batch = 0; batch < 500; batch++) {
      const data = new Float32Array(2 * 64)
      for (let row = 0; row < 64; row++) {
        const [a, b] = [Math.max(0, gaussian(next)), Math.max(1e-12, gaussian(next))]
        const norm = Math.hypot(a, b)
        data.set([a / norm, b / norm], 2 * row)
      }
      // Only the rows near an axis, the worst that can be picked.
      const near = pickRows(data, ([a, b]) => Math.abs(a! + b! - 1) < 1e-3)
      const numbers = measure({ data: near, shape: [near.length / 2, 2], dtype: 'float32' }, { classAxis: -1 })
      const { claims } = claimsFrom(numbers, { role: 'prediction', axis: -1 })
      expect(claims.filter(({ strength }) => strength === 'proved')).toEqual([])
    }
  })

  it('attention weights are distributions, whatever they are used as', () => {
    const next = random(3)
    const rows = Array.from({ length: 2 * 4 * 6 }, () => softmax(Array.from({ length: 6 }, () => 3 * gaussian(next))))
    const numbers = measure({ data: Float32Array.from(rows.flat()), shape: [2, 4, 6, 6], dtype: 'float32' }, { classAxis: -1 })
    expect(claimsFrom(numbers, { role: 'prediction', axis: -1 }).claims[0]).toMatchObject({ kind: 'distribution', strength: 'proved' })
    const masked = rows.map((row, i) => row.map((_, j) => (j <= i % 6 ? 1 / ((i % 6) + 1) : 0)))
    const causal = measure({ data: Float32Array.from(masked.flat()), shape: [48, 6], dtype: 'float32' }, { classAxis: -1 })
    // Of the rows, five are not one-hot and differ; two of those look alike by their extremes.
    expect(causal.tellingRows).toBe(4)
  })

  it('images in [0, 1] are no distributions, on any axis', () => {
    const next = random(9)
    const data = Float32Array.from({ length: 4 * 3 * 8 * 8 }, () => Math.round(255 * next() ** 2) / 255)
    for (const axis of [1, 2, 3]) {
      const numbers = measure({ data, shape: [4, 3, 8, 8], dtype: 'float32' }, { classAxis: axis })
      const { claims, refuted } = claimsFrom(numbers, { role: 'prediction', axis })
      expect(claims.map(({ kind }) => kind)).toEqual(['probabilities'])
      expect(refuted.map(({ kind }) => kind)).toContain('distribution')
      expect(numbers.otherAxis).toBeUndefined()
    }
  })

  it('one unit whose scores all lie in [0, 1] is not called a sigmoid unless they spread over it', () => {
    const next = random(5)
    const data = Float32Array.from({ length: 512 }, () => 0.3 + 0.05 * gaussian(next))
    const numbers = measure({ data, shape: [512, 1], dtype: 'float32' }, { classAxis: -1 })
    const { claims } = claimsFrom(numbers, { role: 'prediction', axis: 'elementwise' })
    expect(claims.map(({ kind, strength }) => [kind, strength])).toEqual([['probabilities', 'possible']])
  })
})

function pickRows(data: Float32Array, keep: (row: Float32Array) => boolean): number[] {
  const kept: number[] = []
  for (let at = 0; at < data.length; at += 2) if (keep(data.subarray(at, at + 2))) kept.push(...data.subarray(at, at + 2))
  return kept
}

function softmax(row: readonly number[]): number[] {
  const exps = row.map(Math.exp)
  const sum = exps.reduce((a, b) => a + b)
  return exps.map((e) => e / sum)
}
