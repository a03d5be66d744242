import { describe, expect, it } from 'vitest'
import { claimsFrom } from '../../src/numbers/claims.js'
import { measure } from '../../src/numbers/stats.js'
import { gaussian, type Random, random } from '../random.js'

/** Families of real logits; the chance that one passes for a distribution is in the comments of thresholds.ts. */
const families: Record<string, (next: Random) => number> = {
  'N(0, 1)': (next) => gaussian(next),
  'N(0, 0.3)': (next) => 0.3 * gaussian(next),
  'N(0, 0.1)': (next) => 0.1 * gaussian(next),
  'U[0, 1]': (next) => next(),
  'U[-1, 1]': (next) => 2 * next() - 1,
  'relu N(0, 1)': (next) => Math.max(0, gaussian(next)),
  'relu N(0, 0.3)': (next) => Math.max(0, 0.3 * gaussian(next)),
  'relu N(0, 0.1)': (next) => Math.max(0, 0.1 * gaussian(next)),
  'sigmoid of N(0, 1)': (next) => 1 / (1 + Math.exp(-gaussian(next))),
  'sigmoid of N(-2, 1)': (next) => 1 / (1 + Math.exp(2 - gaussian(next))),
}

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
