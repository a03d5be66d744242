import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { atLeast } from '../../src/claims.js'
import { judge } from '../../src/run.js'
import { type Inspected, inspected, softmax } from './uses.js'

/** Sound calls over drawn scores: each with the arguments that its loss wants. */
const sound: Record<string, (rows: number[][], draw: () => number) => Inspected> = {
  'softmax cross-entropy, one-hot': (rows) => ({ loss: 'tf.losses.softmaxCrossEntropy', prediction: rows, target: rows.map(hot) }),
  'softmax cross-entropy, soft': (rows) => ({ loss: 'tf.losses.softmaxCrossEntropy', prediction: rows, target: rows.map(smoothed) }),
  'sigmoid cross-entropy': (rows) => ({ loss: 'tf.losses.sigmoidCrossEntropy', prediction: rows, target: rows.map(hot) }),
  'log loss': (rows) => ({ loss: 'tf.losses.logLoss', prediction: rows.map(sigmoid), target: rows.map(multi) }),
  categorical: (rows) => ({ loss: 'categoricalCrossentropy', prediction: rows.map(softmax), target: rows.map(hot) }),
  sparse: (rows) => ({ loss: 'sparseCategoricalCrossentropy', prediction: rows.map(softmax), target: rows.map((row) => [index(row)]) }),
  'torch, classes': (rows) => ({ loss: 'torch.nn.CrossEntropyLoss', prediction: rows, target: rows.map(index), dtypes: int64 }),
  'torch, some ignored': (rows, draw) => ({
    loss: 'torch.nn.CrossEntropyLoss',
    prediction: rows,
    target: rows.map((row, i) => (i > 0 && draw() > 0.5 ? -100 : index(row))),
    dtypes: int64,
  }),
  'torch, soft': (rows) => ({ loss: 'torch.nn.CrossEntropyLoss', prediction: rows, target: rows.map(smoothed) }),
  'torch, images': (rows) => ({
    loss: 'torch.nn.CrossEntropyLoss',
    prediction: [transpose(rows)],
    target: [rows.map(index)],
    dtypes: int64,
  }),
  'torch NLL': (rows) => ({ loss: 'torch.nn.NLLLoss', prediction: rows.map(logSoftmax), target: rows.map(index), dtypes: int64 }),
  'torch divergence': (rows) => ({
    loss: 'torch.nn.functional.kl_div',
    prediction: rows.map(logSoftmax),
    target: rows.map((row) => softmax(row.map((z) => z / 2))),
  }),
  'torch divergence over channels': (rows) => ({
    loss: 'torch.nn.functional.kl_div',
    prediction: [transpose(rows.map(logSoftmax))],
    target: [transpose(rows.map(softmax))],
  }),
  'torch binary': (rows) => ({ loss: 'torch.nn.BCELoss', prediction: rows.map(sigmoid), target: rows.map(multi) }),
  'torch binary with logits': (rows) => ({ loss: 'torch.nn.BCEWithLogitsLoss', prediction: rows, target: rows.map(multi) }),
}
const int64 = { target: 'int64' }

describe.each(Object.entries(sound))('%s', (_, make) => {
  it.each([1, 3, 12])('is quiet at scores of size %d', (scale) => {
    for (let seed = 1; seed <= 12; seed++)
      for (const classes of [2, 3, 10])
        for (const count of [1, 4, 40]) {
          const draw = generator(seed * 1000 + classes * 50 + count)
          const rows = Array.from({ length: count }, () => Array.from({ length: classes }, () => scale * normal(draw)))
          const found = judge(
            inspected(make(rows, draw)),
            rules,
            () => true,
            (rule, error) => expect.fail(`${rule}: ${error}`),
          ).findings
          const shown = found.filter(({ certainty }) => atLeast(certainty, 'likely')).map(({ rule }) => rule)
          expect(shown, `seed ${seed}, ${count} rows of ${classes}`).toEqual([])
        }
  })
})

/** The class of a row: any rule that its scores decide. */
function index(row: readonly number[]): number {
  return Math.floor(Math.abs(row[0]! * 7919)) % row.length
}

function hot(row: readonly number[]): number[] {
  return row.map((_, c) => Number(c === index(row)))
}

function smoothed(row: readonly number[]): number[] {
  return hot(row).map((y) => 0.9 * y + 0.1 / row.length)
}

function multi(row: readonly number[]): number[] {
  return row.map((z) => Number(z > 0.3))
}

function sigmoid(row: readonly number[]): number[] {
  return row.map((z) => Math.fround(1 / (1 + Math.exp(-z))))
}

function logSoftmax(row: readonly number[]): number[] {
  const greatest = Math.max(...row)
  const sum = Math.log(row.reduce((total, z) => total + Math.exp(z - greatest), 0)) + greatest
  return row.map((z) => Math.fround(z - sum))
}

function transpose(matrix: readonly (readonly number[])[]): number[][] {
  return matrix[0]!.map((_, c) => matrix.map((row) => row[c]!))
}

/** Mulberry32: uniform in [0, 1), the same on every machine. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
}
