import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { softmaxFloor } from '../../src/numbers/bounds.js'
import { inspectLoss } from '../../src/runtime/index.js'
import { compiledLoss, tf } from '../contracts/tf.js'
import golden from './torch-golden.json' with { type: 'json' }

const { losses, metrics } = tf
const one = (tensor: unknown): number => (tensor as tf.Tensor).dataSync()[0]!
const all = (tensor: unknown): number[] => Array.from((tensor as tf.Tensor).dataSync())
const hot = (labels: number[], classes: number) => tf.oneHot(tf.tensor1d(labels, 'int32'), classes).toFloat() as tf.Tensor2D
const gradient = (at: tf.Tensor, loss: (z: tf.Tensor) => tf.Tensor) => all(tf.grad((z: tf.Tensor) => loss(z).asScalar())(at))

describe('gradients shrink', () => {
  it.each([2, 3, 10, 100])(
    'to 1/C of the right ones after a softmax over %i classes with equal scores, smoothed labels or not',
    (classes) => {
      for (const smoothing of [0, 0.1]) {
        const loss = (z: tf.Tensor) => losses.softmaxCrossEntropy(hot([0], classes), z, undefined, smoothing)
        const [right, twice] = [gradient(tf.zeros([1, classes]), loss), gradient(tf.zeros([1, classes]), (z) => loss(tf.softmax(z)))]
        for (const [c, entry] of twice.entries()) expect(entry / right[c]!).toBeCloseTo(1 / classes, 5)
      }
    },
  )

  it('to 1/4 after sigmoids of scores of 0, and below a third under a sigmoid loss', () => {
    const softmaxLoss = (z: tf.Tensor) => losses.softmaxCrossEntropy(hot([0], 3), z)
    const sigmoidLoss = (z: tf.Tensor) => losses.sigmoidCrossEntropy(hot([0], 3), z)
    const ratios = (loss: (z: tf.Tensor) => tf.Tensor) => {
      const right = gradient(tf.zeros([1, 3]), loss)
      return gradient(tf.zeros([1, 3]), (z) => loss(tf.sigmoid(z))).map((entry, c) => entry / right[c]!)
    }
    for (const ratio of ratios(softmaxLoss)) expect(ratio).toBeCloseTo(0.25, 5)
    for (const ratio of ratios(sigmoidLoss)) expect(ratio).toBeLessThan(1 / 3)
  })
})

describe('zero-loss', () => {
  it('is right that rounding gives 0 without gradient, and that no target that counts gives 0, with one', () => {
    const sure = tf.tensor2d([[40, 0, 0]])
    expect(Math.abs(one(losses.softmaxCrossEntropy(hot([0], 3), sure)))).toBe(0)
    for (const entry of gradient(sure, (z) => losses.softmaxCrossEntropy(hot([0], 3), z))) expect(Math.abs(entry)).toBeLessThan(1e-16)
    const scores = tf.tensor2d([[1, 2, 3]])
    const none = (z: tf.Tensor) => losses.softmaxCrossEntropy(tf.zeros([1, 3]), z)
    expect(Math.abs(one(none(scores)))).toBe(0)
    expect(Math.min(...gradient(scores, none))).toBeGreaterThan(0.09)
  })
})

describe('non-finite-loss', () => {
  it('is right that an empty batch gives NaN', () => {
    expect(one(losses.softmaxCrossEntropy(tf.zeros([0, 3]), tf.zeros([0, 3])))).toBeNaN()
    expect(golden.values['cross_entropy(empty batch)']).toBe('nan')
    const empty = { data: [], shape: [0, 3] }
    const [found] = inspectLoss({ loss: 'tf.losses.softmaxCrossEntropy', prediction: empty, target: empty, value: Number.NaN }).findings
    expect(found).toMatchObject({ rule: 'non-finite-loss', message: { todo: 'Leave empty batches out.' } })
  })

  it('is right that a row of zeros divided by its sum gives NaN', () => {
    const rows = [
      [0, 0],
      [0.4, 0.6],
    ]
    const loss = metrics.categoricalCrossentropy(hot([0, 1], 2), tf.tensor2d(rows))
    expect(all(loss)[0]).toBeNaN()
    expect(all(loss)[1]).toBeCloseTo(-Math.log(0.6), 5)
    expect(compiledLoss('categoricalCrossentropy')).toBeDefined()
    const given = {
      loss: 'categoricalCrossentropy',
      prediction: rows,
      target: [
        [1, 0],
        [0, 1],
      ],
      value: one(loss.mean()),
    }
    const found = inspectLoss(given).findings.map(({ rule, message }) => [rule, message.why])
    expect(found).toEqual([['non-finite-loss', 'A row of the prediction is all 0, and the loss divides it by its sum: 0/0 is NaN.']])
  })
})

describe('loss-at-floor', () => {
  const corners = hot([0, 1, 2, 0], 3)
  const nearly = corners.mul(0.998).add(0.0005).dataSync()
  const at = (value: number, given: object) =>
    inspectLoss({
      loss: 'tf.losses.softmaxCrossEntropy',
      prediction: { data: nearly, shape: [4, 3] },
      target: { data: corners.dataSync(), shape: [4, 3] },
      value,
      ...given,
    }).findings.map(({ rule }) => rule)

  it('knows the floor of weighted means', () => {
    const { MEAN, SUM } = tf.Reduction
    expect(at(one(losses.softmaxCrossEntropy(corners, corners, 2)), { weights: 2 })).toEqual(['loss-at-floor'])
    expect(at(one(losses.softmaxCrossEntropy(corners, corners, [2, 0, 2, 2])), { weights: [2, 0, 2, 2] })).toEqual(['loss-at-floor'])
    const uneven = [1, 3, 1, 2]
    const mean = one(losses.softmaxCrossEntropy(corners, corners, uneven, 0, MEAN))
    expect(at(mean, { weights: uneven, options: { reduction: MEAN } })).toEqual(['loss-at-floor'])
    expect(at(softmaxFloor(3, 0), { weights: uneven })).toEqual([])
    expect(at(softmaxFloor(3, 0), { weights: 2 })).toEqual([])
    expect(at(softmaxFloor(3, 0), { options: { reduction: SUM } })).toEqual([])
  })

  it('knows that of class weights in torch', () => {
    expect(golden.values['cross_entropy(corners, classes, weight)']).toBeCloseTo(softmaxFloor(3, 0), 6)
    expect(golden.values['cross_entropy(corners, classes, weight, smoothing)']).not.toBeCloseTo(softmaxFloor(3, 0.1), 2)
  })
})

describe('loss-at-chance', () => {
  it('states the loss of equal scores', () => {
    const said = rules.find(({ name }) => name === 'loss-at-chance')!.say({ callee: 'f', steps: 32, classes: 10 }).what
    expect(said).toContain(`ln 10 = ${one(losses.softmaxCrossEntropy(hot([3], 10), tf.zeros([1, 10]))).toFixed(4)}`)
    expect(one(losses.sigmoidCrossEntropy([1, 0], [0, 0]))).toBeCloseTo(Math.LN2, 6)
  })
})

describe('constant-loss', () => {
  it('is right that a step of training changes the loss', () => {
    const scores = tf.variable(tf.tensor2d([[0.3, -0.2, 0.1]]))
    const step = () => one(tf.train.sgd(1e-3).minimize(() => losses.softmaxCrossEntropy(hot([1], 3), scores).asScalar(), true))
    const seen = Array.from({ length: 8 }, step)
    expect(new Set(seen).size).toBe(8)
  })
})

describe('class-never-seen', () => {
  it('is right that the gradient of its score is never below 0', () => {
    const scores = tf.randomNormal([64, 3], 0, 4, 'float32', 5)
    const labels = hot(
      Array.from({ length: 64 }, (_, i) => i % 2),
      3,
    )
    const entries = gradient(scores, (z) => losses.softmaxCrossEntropy(labels, z)).filter((_, i) => i % 3 === 2)
    expect(Math.min(...entries)).toBeGreaterThanOrEqual(0)
    const smoothed = gradient(tf.tensor2d([[5, 5, -20]]), (z) => losses.softmaxCrossEntropy(hot([0], 3), z, undefined, 0.1))
    expect(smoothed[2]).toBeLessThan(0)
  })
})

describe('negative-loss', () => {
  it('is right that targets outside [0, 1], or rows that do not sum to 1, are behind it', () => {
    expect(one(losses.sigmoidCrossEntropy([2], [5]))).toBeLessThan(0)
    expect(one(losses.softmaxCrossEntropy([[-1, 0]], [[0, 3]]))).toBeLessThan(0)
    expect(one(compiledLoss('kullbackLeiblerDivergence')(tf.tensor2d([[0.2, 0.2]]), tf.tensor2d([[0.5, 0.5]])))).toBeLessThan(0)
  })
})
