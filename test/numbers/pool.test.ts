import { describe, expect, it } from 'vitest'
import { claimsFrom } from '../../src/numbers/claims.js'
import { pool } from '../../src/numbers/pool.js'
import { measure } from '../../src/numbers/stats.js'
import { gaussian, random } from '../random.js'

const next = random(3)

function softmaxBatch(rows: number, classes: number) {
  const data = new Float32Array(rows * classes)
  for (let r = 0; r < rows; r++) {
    const exps = Array.from({ length: classes }, () => Math.exp(gaussian(next)))
    const sum = exps.reduce((a, b) => a + b)
    data.set(
      exps.map((e) => e / sum),
      r * classes,
    )
  }
  return batch(data, [rows, classes])
}

function batch(data: ArrayLike<number>, shape: number[]) {
  return measure({ data, shape, dtype: 'float32' }, { classAxis: -1 })
}

function claims(numbers: ReturnType<typeof batch>) {
  return claimsFrom(numbers, { role: 'prediction', axis: -1 }).claims.map(({ kind, strength }) => `${strength} ${kind}`)
}

describe('pool', () => {
  it('equals one reading of all rows', () => {
    const draw = () => Float32Array.from({ length: 30 }, () => Math.round(gaussian(next) * 2) / 2)
    const [a, b] = [draw(), draw()]
    const whole = batch([...a, ...b], [20, 3])
    expect({ ...pool(batch(a, [10, 3]), batch(b, [10, 3])), shape: [20, 3] }).toEqual(whole)
  })

  it('never takes a refutation back', () => {
    const pooled = [softmaxBatch(8, 4), batch([2, 0, 0, -1], [1, 4]), softmaxBatch(8, 4), softmaxBatch(8, 4)].reduce(pool)
    const { claims: held, refuted } = claimsFrom(pooled, { role: 'prediction', axis: -1 })
    expect(refuted.map(({ kind }) => kind)).toContain('probabilities')
    expect(held.map(({ kind }) => kind)).toEqual(['logits'])
  })

  it('lets support grow from batch to batch', () => {
    const first = softmaxBatch(6, 3)
    expect(claims(first)).toEqual(['likely distribution'])
    expect(claims(pool(pool(first, softmaxBatch(6, 3)), softmaxBatch(6, 3)))).toEqual(['proved distribution'])
  })

  it('does not prove by single rows, which may be one example over and over', () => {
    const many = Array.from({ length: 100 }, () => softmaxBatch(1, 10)).reduce(pool)
    expect(claims(many)).toEqual(['likely distribution'])
  })

  it('passes over empty batches', () => {
    const some = softmaxBatch(4, 5)
    expect(pool(batch([], [0, 5]), some)).toBe(some)
    expect(pool(some, batch([], [0, 5]))).toBe(some)
  })
})
