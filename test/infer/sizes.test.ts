import { describe, expect, test } from 'vitest'
import { lint } from '../../src/lint.js'
import { verdicts } from '../support/verdicts.js'

/** The class count is the size of the last axis, wherever that comes from. */
const programs: Record<string, string> = {
  'one score for each of four choices, put in a row': `
import * as tf from '@tensorflow/tfjs'
const scorer = tf.layers.dense({ units: 1 })
export function loss(x: tf.Tensor2D, y: tf.Tensor2D) {
  const scores = (scorer.apply(x) as tf.Tensor2D).reshape([-1, 4])
  return tf.losses.softmaxCrossEntropy(y, scores) //! clean
}
`,
  'the same in a model': `
import * as tf from '@tensorflow/tfjs'
const choices = tf.sequential({ layers: [tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 1 }), inputShape: [4, 8] }), tf.layers.flatten()] })
choices.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
const rows = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [8] }), tf.layers.reshape({ targetShape: [4, 1] })] })
rows.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! single-class-softmax
`,
  'a column of weights': `
import * as tf from '@tensorflow/tfjs'
const w = tf.variable(tf.randomNormal([20, 1]))
const b = tf.variable(tf.zeros([1]))
const wide = tf.variable(tf.randomNormal([20, 3]))
export const one = (x: tf.Tensor2D, y: tf.Tensor2D) => tf.losses.softmaxCrossEntropy(y, x.matMul(w).add(b)) //! single-class-softmax
export const three = (x: tf.Tensor2D, y: tf.Tensor2D) => tf.losses.softmaxCrossEntropy(y, x.matMul(wide).add(b)) //! clean
`,
  'a column that is broadcast, or turned': `
import * as tf from '@tensorflow/tfjs'
const w = tf.variable(tf.randomNormal([20, 1]))
const turned = tf.variable(tf.randomNormal([5, 1]))
export const given = (x: tf.Tensor2D, y: tf.Tensor2D, b: tf.Tensor1D) => tf.losses.softmaxCrossEntropy(y, x.matMul(w).add(b)) //! clean
export const biased = (x: tf.Tensor2D, y: tf.Tensor2D) => tf.losses.softmaxCrossEntropy(y, x.matMul(w).add(tf.zeros([3]))) //! clean
export const across = (x: tf.Tensor2D, y: tf.Tensor2D) => tf.losses.softmaxCrossEntropy(y, x.matMul(turned, false, true)) //! clean
`,
  'scores beside scores, and one distribution among them': `
import * as tf from '@tensorflow/tfjs'
export function loss(q: tf.Tensor2D, pos: tf.Tensor2D, neg: tf.Tensor2D, y: tf.Tensor2D) {
  const both = tf.concat([tf.matMul(q, pos), tf.matMul(q, neg)], 1)
  const mixed = tf.concat([tf.matMul(q, pos), tf.softmax(tf.matMul(q, neg))], 1)
  const shares = tf.stack([tf.softmax(tf.matMul(q, pos)), tf.softmax(tf.matMul(q, neg))])
  return tf.losses.softmaxCrossEntropy(y, both) //! clean
    .add(tf.losses.softmaxCrossEntropy(y, mixed)) //! unknown
    .add(tf.losses.softmaxCrossEntropy(y, shares)) //! probabilities-as-logits
}
`,
  'numbers that are clipped are others': `
import * as tf from '@tensorflow/tfjs'
const y = tf.tensor2d([[0, 1], [1, 0]])
const p = tf.tensor([0, 1, 1, 0]).clipByValue(0.1, 0.9).reshape([2, 2])
export const value = tf.losses.logLoss(y, p) //! unknown
`,
}

describe('the last axis is followed', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(program)
    expect(found).toEqual(expected)
  })
})

test('the least value in a message is that of the classes after a reshape', () => {
  const text = `import * as tf from '@tensorflow/tfjs'
export const loss = (x: tf.Tensor2D, w: tf.Tensor2D, y: tf.Tensor2D) =>
  tf.losses.softmaxCrossEntropy(y, tf.matMul(x, tf.zeros([9, 12])).reshape([-1, 4]).softmax())
`
  const [finding] = lint({ files: [{ path: 'main.ts', text }] }).findings
  expect(finding?.message.why).toContain('0.7437 = ln(1 + 3/e) with 4 classes')
})
