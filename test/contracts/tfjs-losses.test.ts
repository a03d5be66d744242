import { describe, expect, it } from 'vitest'
import type { Contract } from '../../src/contracts/contract.js'
import { contractById } from '../../src/contracts/index.js'
import { lossNames } from '../../src/contracts/tfjs/losses.js'
import { tfjs } from '../../src/contracts/tfjs.js'
import { messagesIn, numbersIn } from './quoted.js'
import { batch, compiledLoss, fitting, tf } from './tf.js'

const { losses, metrics } = tf
const P = tf.tensor2d(batch.probabilities)
const Z = tf.tensor2d(batch.logits)
const O = tf.tensor2d(batch.oneHot)
const Y = tf.tensor1d(batch.classes)
const column = tf.tensor2d([[1], [0]])

const one = (loss: unknown): number => (loss as { dataSync(): ArrayLike<number> }).dataSync()[0]!
const all = (loss: unknown): number[] => Array.from((loss as { dataSync(): ArrayLike<number> }).dataSync())
const contract = (name: string): Contract => contractById(`@tensorflow/tfjs#${name}`)!

/** Every value that the pages state, from the library. */
const stated: Record<string, number[]> = {
  'losses.softmaxCrossEntropy': [
    one(losses.softmaxCrossEntropy(O, P)),
    one(losses.softmaxCrossEntropy(O, Z)),
    one(losses.softmaxCrossEntropy(Z, O)),
  ],
  'losses.sigmoidCrossEntropy': [
    one(losses.sigmoidCrossEntropy([1], [1])),
    one(losses.sigmoidCrossEntropy([0], [0])),
    one(losses.sigmoidCrossEntropy(Z, O)),
    one(losses.sigmoidCrossEntropy(O, Z)),
  ],
  'losses.logLoss': [one(losses.logLoss(P, O)), one(losses.logLoss(O, P)), one(tf.mean(metrics.categoricalCrossentropy(O, P)))],
  'metrics.categoricalCrossentropy': all(metrics.categoricalCrossentropy(O, Z)),
  'metrics.binaryCrossentropy': all(metrics.binaryCrossentropy(O, Z)),
  'compile.kullbackLeiblerDivergence': all(compiledLoss('kullbackLeiblerDivergence')(O, P.log())),
}

/** Calls that the library refuses, with the message as it is. */
const refused: Record<string, (() => unknown)[]> = {
  'losses.softmaxCrossEntropy': [
    () => losses.softmaxCrossEntropy<tf.Tensor, tf.Tensor>(Y, Z),
    () => losses.softmaxCrossEntropy<tf.Tensor, tf.Tensor>(tf.ones([2, 4]), Z),
  ],
  'losses.sigmoidCrossEntropy': [() => losses.sigmoidCrossEntropy([1, 0], [[1], [0]])],
  'losses.logLoss': [() => losses.logLoss<tf.Tensor, tf.Tensor>(Y, P)],
  'metrics.binaryCrossentropy': [() => metrics.binaryCrossentropy(Y, P)],
  'compile.categoricalCrossentropy': [
    () => fitting('categoricalCrossentropy', 1, column),
    () => compiledLoss('categoricalCrossEntropy'),
    () => compiledLoss('categorical_crossentropy'),
  ],
  'compile.sparseCategoricalCrossentropy': [() => fitting('sparseCategoricalCrossentropy', 1, Y)],
  'compile.binaryCrossentropy': [() => compiledLoss('binaryCrossentropy')(Y, P)],
  'compile.kullbackLeiblerDivergence': [() => compiledLoss('kld'), () => compiledLoss('KLD')],
}

describe('the pages of TensorFlow.js losses', () => {
  it.each(tfjs.entries.filter((each) => each.silent).map((each) => [each.name, each] as const))(
    '%s states values of the library',
    (name, each) => {
      const known = (stated[name] ?? []).map((value) => value.toFixed(4))
      expect(known).toEqual(expect.arrayContaining((each.silent ?? []).flatMap(numbersIn)))
    },
  )

  it.each(tfjs.entries.filter((each) => each.raises).map((each) => [each.name, each] as const))(
    '%s quotes its refusals',
    async (name, each) => {
      const messages = await Promise.all((refused[name] ?? []).map(messageOf))
      for (const quoted of (each.raises ?? []).flatMap(messagesIn)) expect(messages).toContainEqual(expect.stringMatching(quoted))
      expect(messages).not.toContain(undefined)
    },
  )
})

async function messageOf(call: () => unknown): Promise<string | undefined> {
  try {
    await call()
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

describe('the reference batch', () => {
  it.each([
    ['softmax cross-entropy of the logits', one(losses.softmaxCrossEntropy(O, Z)), 1.0368524],
    ['… of the probabilities', one(losses.softmaxCrossEntropy(O, P)), 0.9505092],
    ['… of log-softmax', one(losses.softmaxCrossEntropy(O, tf.logSoftmax(Z))), 1.0368524],
    ['… swapped', one(losses.softmaxCrossEntropy(Z, O)), 1.5426005],
    ['… of the row [1, 0, 0], class 0', one(losses.softmaxCrossEntropy([[1, 0, 0]], [[1, 0, 0]])), 0.5514447],
    ['true cross-entropy of the probabilities', one(tf.mean(metrics.categoricalCrossentropy(O, P))), 0.7803239],
    ['log loss', one(losses.logLoss(O, P)), 0.4594419],
    ['log loss swapped', one(losses.logLoss(P, O)), 5.3727],
    ['sigmoid cross-entropy of the logits', one(losses.sigmoidCrossEntropy(O, Z)), 0.7791073],
    ['sigmoid cross-entropy of softmax', one(losses.sigmoidCrossEntropy(O, tf.softmax(Z))), 0.7150818],
  ])('%s', (_, value, expected) => expect(value).toBeCloseTo(expected, 4))
})

describe('what passes silently', () => {
  it('softmaxCrossEntropy: with weights of shape [N, 1] every row meets all weights', () => {
    const weights = tf.tensor1d([1, 3])
    const each = all(losses.softmaxCrossEntropy(O, Z, undefined, 0, tf.Reduction.NONE))
    expect(one(losses.softmaxCrossEntropy(O, Z, weights))).toBeCloseTo((each[0]! + 3 * each[1]!) / 2, 5)
    expect(one(losses.softmaxCrossEntropy(O, Z, weights.reshape([2, 1])))).toBeCloseTo((4 * (each[0]! + each[1]!)) / 4, 5)
    expect(() => losses.softmaxCrossEntropy(O, Z, tf.ones([3]))).toThrow('Operands could not be broadcast together')
  })

  it('softmaxCrossEntropy: third place is weights, one column gives 0, weights of 0 give NaN', () => {
    expect(one(losses.softmaxCrossEntropy(O, Z, 0.1 as never))).toBeCloseTo(0.1 * 1.0368524, 6)
    expect(one(losses.softmaxCrossEntropy(column, [[2], [5]]))).toBe(0)
    expect(one(losses.softmaxCrossEntropy(O, Z, 0 as never))).toBeNaN()
    expect(one(losses.softmaxCrossEntropy(tf.mul(O, 3), Z))).toBeCloseTo(3 * 1.0368524, 5)
  })

  it('sigmoidCrossEntropy takes labels outside [0, 1]; logLoss gives NaN for scores and takes a fourth place as epsilon', () => {
    expect(one(losses.sigmoidCrossEntropy([[2, 0, 0]], [[1, 1, 1]]))).toBeCloseTo(0.646595, 5)
    expect(one(losses.logLoss(O, Z))).toBeNaN()
    expect(one(losses.logLoss(O, P, undefined, 0.1))).not.toBeCloseTo(0.4594419, 2)
  })

  it('metrics.categoricalCrossentropy rescales rows and refuses arrays and class indices', () => {
    expect(all(metrics.categoricalCrossentropy(O, tf.mul(P, 2)))).toEqual(all(metrics.categoricalCrossentropy(O, P)))
    expect(one(tf.mean(metrics.categoricalCrossentropy(P, O)))).not.toBeNaN()
    expect(() => metrics.categoricalCrossentropy(batch.oneHot as never, batch.probabilities as never)).toThrow(TypeError)
    expect(() => metrics.categoricalCrossentropy(Y, P)).toThrow('broadcast')
  })

  it('categoricalCrossentropy: no gradient where clipped, ranking inverted by logSoftmax, sigmoid rescaled', () => {
    const loss = compiledLoss('categoricalCrossentropy')
    const gradient = tf.grad((z) => loss(tf.tensor2d([[0, 1, 0]]), z as typeof Z).sum())(tf.tensor2d([[1, 3, -1]]))
    expect(all(gradient)).toEqual([0, 0, 0].map((zero) => expect.closeTo(zero, 9)))
    const costOf = (scores: number[]) => one(loss(tf.tensor2d([[1, 0, 0]]), tf.logSoftmax(tf.tensor2d([scores]))))
    expect(costOf([5, 0, 0])).toBeGreaterThan(costOf([-5, 0, 0]))
    expect(all(loss(O, tf.mul(P, 0.5)))).toEqual(all(loss(O, P)))
  })

  it('sparseCategoricalCrossentropy ignores labels out of range and clips scores', () => {
    const loss = compiledLoss('sparseCategoricalCrossentropy')
    expect(all(loss(tf.tensor1d([5, -1]), P)).map(Math.abs)).toEqual([0, 0])
    expect(all(loss(Y, Z))).toEqual(all(loss(Y, tf.clipByValue(Z, 1e-7, 1 - 1e-7))))
  })

  it('kullbackLeiblerDivergence: no gradient for log-probabilities, clipped scores', () => {
    const loss = compiledLoss('kullbackLeiblerDivergence')
    expect(all(tf.grad((x) => loss(O, x as typeof Z).sum())(P.log()))).toEqual(Array(6).fill(expect.closeTo(0, 9)))
    expect(all(loss(O, Z))).toEqual(all(loss(O, tf.clipByValue(Z, 1e-7, 1))))
  })

  it('binaryCrossentropy takes softmax outputs and clips scores', () => {
    const loss = compiledLoss('binaryCrossentropy')
    expect(all(loss(O, tf.softmax(Z)))).not.toContain(NaN)
    expect(all(loss(O, Z))).toEqual(all(loss(O, tf.clipByValue(Z, 1e-7, 1 - 1e-7))))
  })

  it('fitDataset broadcasts [N, 1] labels, fit refuses them', async () => {
    for (const name of ['categoricalCrossentropy', 'kullbackLeiblerDivergence']) {
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [3] })] })
      model.compile({ optimizer: 'sgd', loss: name })
      const data = tf.data.zip({ xs: tf.data.array(batch.logits), ys: tf.data.array([[1], [0]]) }).batch(2)
      const history = await model.fitDataset(data as never, { epochs: 1, verbose: 0 })
      expect(history.history.loss![0]).toBeGreaterThan(0)
      await expect(fitting(name, 3, column)).rejects.toThrow('shape')
    }
    await expect(fitting('sparseCategoricalCrossentropy', 3, O)).rejects.toThrow('shape')
  })
})

describe('defects', () => {
  it('softmaxCrossEntropy smooths by axis 1', () => {
    const labels = tf.oneHot(tf.tensor2d([[0, 1, 2, 0]], [1, 4], 'int32'), 3)
    const logits = tf.tensor3d([
      [
        [1, 2, 3],
        [0, 1, 0],
        [2, 2, 1],
        [0, 0, 1],
      ],
    ])
    const cube = one(losses.softmaxCrossEntropy(labels, logits, undefined, 0.1))
    const rows = one(losses.softmaxCrossEntropy(labels.reshape([4, 3]), logits.reshape([4, 3]), undefined, 0.1))
    expect(Math.abs(cube - rows)).toBeGreaterThan(1e-3)
    expect(contract('losses.softmaxCrossEntropy').defects![0]!.hit).toEqual({ option: 'labelSmoothing', targetRank: 3 })
  })

  it('metrics.categoricalCrossentropy ignores fromLogits', () => {
    const withFlag = metrics.categoricalCrossentropy as (...args: unknown[]) => unknown
    expect(all(withFlag(O, Z, true))).toEqual(all(withFlag(O, Z)))
    const binary = metrics.binaryCrossentropy as (...args: unknown[]) => unknown
    expect(all(binary(O, Z, true))).toEqual(all(binary(O, Z)))
  })

  it('int32 labels: sparse throws, Kullback-Leibler is NaN, and floats are fine', () => {
    expect(() => compiledLoss('sparseCategoricalCrossentropy')(Y.toInt(), P)).toThrow(
      messagesIn(contract('compile.sparseCategoricalCrossentropy').defects![0]!.effect)[0],
    )
    expect(all(compiledLoss('kullbackLeiblerDivergence')(O.toInt(), P))).toEqual([NaN, NaN])
    expect(all(compiledLoss('kullbackLeiblerDivergence')(O.toInt().toFloat(), P))).not.toContain(NaN)
  })
})

describe('names of compile', () => {
  it.each(Object.keys(lossNames))('%s is accepted', (name) => expect(compiledLoss(name)).toBeTypeOf('function'))

  it.each([
    'mse',
    'mae',
    'kld',
    'crossentropy',
    'nll',
    'huberLoss',
    'softmaxCrossEntropy',
    'sigmoidCrossEntropy',
    'logLoss',
    'Categoricalcrossentropy',
  ])('%s is refused, and has no entry', (name) => {
    expect(() => compiledLoss(name)).toThrow('Unknown loss')
    expect(lossNames).not.toHaveProperty(name)
  })

  it('maps each name to a contract that exists', () => {
    for (const [name, id] of Object.entries(lossNames)) if (id) expect(contractById(id)?.name).toBe(`compile.${name}`)
  })

  it('is the whole map of the installed library', async () => {
    const { readFileSync } = await import('node:fs')
    const { createRequire } = await import('node:module')
    const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-layers')
    const source = readFileSync(main.replace(/dist\/.*$/, 'dist/losses.js'), 'utf8')
    const names = /lossesMap = \{([^}]+)\}/
      .exec(source)![1]!
      .split(',')
      .map((each) => each.trim())
    expect(Object.keys(lossNames).sort()).toEqual(names.sort())
  })
})
