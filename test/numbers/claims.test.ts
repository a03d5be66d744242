import { describe, expect, it } from 'vitest'
import { claimsFrom, type Setting } from '../../src/numbers/claims.js'
import { measure } from '../../src/numbers/stats.js'
import { fromNested, type Nested } from '../../src/numbers/values.js'

const prediction: Setting = { role: 'prediction', axis: -1 }

function judged(nested: Nested, setting: Partial<Setting> = {}, classAxis: number | 'elementwise' = -1, dtype = 'float32') {
  const full = { ...prediction, ...setting }
  const numbers = measure({ ...fromNested(nested), dtype }, { classAxis, ignoreIndex: full.ignoreIndex })
  const { claims, refuted } = claimsFrom(numbers, full)
  return { claims: claims.map(({ kind, strength }) => `${strength} ${kind}`), refuted: refuted.map(({ kind }) => kind) }
}

/** Rows of a softmax, all different. */
function softmaxRows(rows: number, classes: number): number[][] {
  return Array.from({ length: rows }, (_, r) => {
    const exps = Array.from({ length: classes }, (_, c) => Math.exp(Math.sin(r * classes + c + 1)))
    const sum = exps.reduce((a, b) => a + b)
    return exps.map((e) => Math.fround(e / sum))
  })
}

describe('a prediction', () => {
  it('calls a single row that sums to 1 a distribution, never proved', () => {
    expect(judged([[1, 0, 0]])).toEqual({ claims: ['likely distribution', 'possible one-hot'], refuted: ['log-probabilities'] })
    expect(judged(softmaxRows(1, 10)).claims).toContain('likely distribution')
  })

  it('proves a distribution by 4 rows, and with at most 3 classes by 16', () => {
    expect(judged(softmaxRows(3, 10)).claims).toContain('likely distribution')
    expect(judged(softmaxRows(4, 10)).claims).toContain('proved distribution')
    expect(judged(softmaxRows(15, 3)).claims).toContain('likely distribution')
    expect(judged(softmaxRows(16, 3)).claims).toContain('proved distribution')
  })

  it('does not count repeated, permuted or one-hot rows', () => {
    const [row] = softmaxRows(1, 5)
    expect(judged(Array.from({ length: 50 }, () => row!)).claims).toContain('likely distribution')
    expect(judged(Array.from({ length: 50 }, (_, i) => [...row!.slice(i % 5), ...row!.slice(0, i % 5)])).claims).toContain(
      'likely distribution',
    )
    const hard = Array.from({ length: 50 }, (_, i) => [0, 1, 2, 3, 4].map((c) => Number(c === i % 5)))
    expect(judged(hard)).toEqual({ claims: ['likely one-hot'], refuted: ['log-probabilities'] })
  })

  it('holds raw scores when an entry leaves [0, 1] on either side', () => {
    const blog = [
      [1, 3, -1],
      [-0.5, 0.8, 0.3],
    ]
    expect(judged(blog)).toEqual({
      claims: ['likely logits'],
      refuted: ['probabilities', 'distribution', 'one-hot', 'log-probabilities', 'class-indices'],
    })
  })

  it('recognises log-probabilities by their log-sum-exp', () => {
    const logs = softmaxRows(6, 10).map((row) => row.map(Math.log))
    expect(judged(logs).claims).toEqual(['proved log-probabilities'])
    expect(judged(logs.map((row) => row.map((x) => x - 0.1))).refuted).toContain('log-probabilities')
  })

  it('only suspects logits that were shifted by their maximum', () => {
    expect(judged(Array.from({ length: 20 }, (_, i) => [0, -20 - i, -30])).claims).toEqual(['possible log-probabilities'])
  })

  it('lets half precision be imprecise and float32 forgive it', () => {
    const rows = softmaxRows(6, 10).map((row) => row.map((p) => p * 1.0008))
    expect(judged(rows, {}, -1, 'float16').claims).toContain('proved distribution')
    expect(judged(rows.slice(0, 1)).claims).toContain('possible distribution')
    expect(judged(rows).refuted).not.toContain('distribution')
    expect(judged(rows, {}, -1, 'float32').refuted).not.toContain('probabilities')
  })

  it('needs 20 values over the whole of [0, 1] to think of a sigmoid', () => {
    const column = (count: number, low: number, high: number) =>
      Array.from({ length: count }, (_, i) => [low + ((high - low) * i) / (count - 1)])
    const binary: Partial<Setting> = { axis: 'elementwise' }
    expect(judged(column(19, 0.01, 0.99), binary, 'elementwise').claims).toEqual(['possible probabilities'])
    expect(judged(column(20, 0.01, 0.99), binary, 'elementwise').claims).toEqual(['likely probabilities'])
    expect(judged(column(500, 0.2, 0.6), binary, 'elementwise').claims).toEqual(['possible probabilities'])
    expect(judged(column(500, 0, 0.99), binary, 'elementwise').claims).toEqual(['possible probabilities'])
  })

  it('says nothing of an empty batch or of NaN alone', () => {
    const empty = measure({ data: [], shape: [0, 3], dtype: 'float32' }, { classAxis: -1 })
    expect(claimsFrom(empty, prediction)).toEqual({ claims: [], refuted: [] })
    expect(judged([[NaN, NaN]])).toEqual({ claims: [], refuted: [] })
  })

  it('of class indices is seen when the target has one rank more', () => {
    expect(judged([2, 0, 1], { other: [3, 3] }, 'elementwise', 'int32').claims).toContain('likely class-indices')
  })
})

describe('a target', () => {
  const target: Partial<Setting> = { role: 'target', other: [4, 3], classes: 3 }

  it('of one rank less than the prediction holds class indices', () => {
    expect(judged([0, 2, 1, 0], target, 'elementwise', 'int32').claims).toContain('proved class-indices')
    expect(judged([[0], [2], [1], [0]], target, 'elementwise').claims).toContain('likely class-indices')
  })

  it('cannot hold class indices outside [0, C) but the ignore index', () => {
    expect(judged([1, 2, 3, 1], target, 'elementwise', 'int64').refuted).toContain('class-indices')
    expect(judged([0, -1, 1, 0], target, 'elementwise', 'int64').refuted).toContain('class-indices')
    expect(judged([0.5, 1, 1, 0], target, 'elementwise').refuted).toContain('class-indices')
    const ignoring = { ...target, ignoreIndex: -100 }
    expect(judged([0, -100, 1, 0], ignoring, 'elementwise', 'int64')).toEqual({
      claims: ['proved class-indices'],
      refuted: ['probabilities', 'log-probabilities'],
    })
    expect(judged([0, -100, -1, 0], ignoring, 'elementwise', 'int64').refuted).toContain('class-indices')
    expect(judged([0, 255, 1], { ...target, ignoreIndex: 255 }, 'elementwise', 'int64').claims).toContain('proved class-indices')
  })

  it('of the same shape is one-hot, a distribution, or neither', () => {
    const rows = [
      [1, 0, 0],
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ]
    expect(judged(rows, target).claims).toEqual(['proved one-hot'])
    expect(judged(softmaxRows(4, 3), target).claims).toContain('likely distribution')
    expect(judged([[1, 1, 0]], target).refuted).toEqual(['distribution', 'one-hot', 'log-probabilities'])
    expect(judged([[1.5, -0.5, 0.2]], target).claims).toEqual(['likely logits'])
    expect(judged([[-1, 1, 1]], target).claims).toEqual([])
  })
})
