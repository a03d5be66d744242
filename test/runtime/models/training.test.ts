import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { DiagnosisError, diagnoseTraining, type TrainingOptions } from '../../../src/runtime/index.js'

beforeAll(() => tf.setBackend('cpu'))

type Loss = Parameters<tf.LayersModel['compile']>[0]['loss']
type Internals = { lossFunctions: unknown[] }

const crossEntropy = tf.losses.softmaxCrossEntropy as never

describe('a diagnosed training', () => {
  it.each<[string, Loss, 'softmax' | 'linear' | 'logSoftmax', string[]]>([
    ['a right pair', 'categoricalCrossentropy', 'softmax', []],
    ['another right pair', crossEntropy, 'linear', []],
    ['softmax twice', crossEntropy, 'softmax', ['probabilities-as-logits']],
    ['no softmax', 'categoricalCrossentropy', 'linear', ['logits-as-probabilities']],
    ['log-softmax', 'categoricalCrossentropy', 'logSoftmax', ['log-probabilities-as-probabilities']],
  ])('finds the fault, and none where none is: %s', async (_, loss, activation, rules) => {
    const { console, diagnosis } = diagnosed()
    await train(model(loss, activation), diagnosis)
    expect(diagnosis.report()).toMatchObject({ summary: { uses: 1, clean: rules.length > 0 ? 0 : 1 }, problems: [] })
    expect(diagnosis.report().findings.map(({ rule, certainty }) => `${rule} ${certainty}`)).toEqual(rules.map((rule) => `${rule} proved`))
    expect(console.warned).toHaveLength(rules.length)
    expect(console.logged).toEqual([diagnosis.summary()])
  })

  it('tells what the numbers show of what the layers prove', async () => {
    const { diagnosis } = diagnosed()
    await train(model('categoricalCrossentropy', 'logSoftmax'), diagnosis)
    const [finding] = diagnosis.report().findings
    expect(finding!.evidence).toEqual([expect.stringMatching(/^320 rows of 10 have a log-sum-exp of 0 within \S+; scores would do so by/)])
  })

  it('says what was checked and what was not, also when all is well', async () => {
    const { console, diagnosis } = diagnosed()
    await train(model('categoricalCrossentropy', 'softmax'), diagnosis)
    expect(console.logged[0]!.replace(/-?\d\.\d{4} in/g, '# in').replace(/within \S+/g, 'within #')).toBe(
      [
        "ce-lint: examined 8 of 10 calls (the first 8, then one in 64) of 'categoricalCrossentropy'; 320 rows of predictions read",
        'no misuse found',
        '  output of classes: a distribution (rows that sum to 1), proved: softmax applied by the layer `classes`',
        '  yTrue: one-hot rows, proved: all 320 rows are one-hot',
        '  loss: # in the first step, # in the last one examined; it starts near ln 10 = 2.3026, the loss of a model that prefers no class',
        'not examined: the other 2 calls; whether the labels are right',
      ].join('\n'),
    )
  })

  it('gives the same losses and weights to the bit, through fit and fitDataset', async () => {
    const trained = async (callbacks: object | undefined, through: 'fit' | 'fitDataset') => {
      const one = model(crossEntropy, 'softmax')
      const { x, y } = data()
      const dataset = tf.data
        .zip({ xs: tf.data.array((await x.array()) as number[][]), ys: tf.data.array((await y.array()) as number[][]) })
        .batch(40)
      const { history } =
        through === 'fit'
          ? await one.fit(x, y, { ...common, validationSplit: 0.2, callbacks: callbacks as never })
          : await one.fitDataset(dataset as never, { epochs: 2, verbose: 0, callbacks: callbacks as never })
      return { history, weights: one.getWeights().map((each) => [...each.dataSync()]) }
    }
    for (const through of ['fit', 'fitDataset'] as const) {
      const { diagnosis } = diagnosed({ every: 2 })
      expect(await trained(diagnosis, through)).toEqual(await trained(undefined, through))
      expect(diagnosis.report().findings).toMatchObject([{ rule: 'probabilities-as-logits' }])
    }
  })

  it('leaves no tensor behind, and the losses as they were', async () => {
    const one = model(crossEntropy, 'softmax')
    const { x, y } = data()
    await one.fit(x, y, { ...common })
    const [before, functions] = [tf.memory().numTensors, within(one).lossFunctions]
    const { diagnosis } = diagnosed()
    await one.fit(x, y, { ...common, callbacks: diagnosis })
    expect(tf.memory().numTensors).toBe(before)
    expect(within(one).lossFunctions).toBe(functions)
  })

  it('watches each training of its own', async () => {
    const one = model('categoricalCrossentropy', 'softmax')
    const { diagnosis } = diagnosed()
    await train(one, diagnosis)
    const first = diagnosis.summary()
    await train(one, diagnosis)
    expect(diagnosis.summary()).toMatch(/8 of 10 calls/)
    expect(diagnosis.summary()).not.toBe(first)
  })

  it('reports what only fitDataset lets pass: class indices that are broadcast', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [Math.sin(i), Math.cos(i), 1, 0])
    const dataset = tf.data.zip({ xs: tf.data.array(rows), ys: tf.data.array(rows.map((_, i) => [i % 3])) }).batch(20)
    const one = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: 'softmax' })] })
    one.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' })
    const { diagnosis } = diagnosed()
    await one.fitDataset(dataset as never, { epochs: 1, verbose: 0, callbacks: diagnosis })
    expect(diagnosis.report().findings).toMatchObject([{ rule: 'indices-as-one-hot' }])
  })

  it('judges outputs one by one, and says which it does not', async () => {
    const input = tf.input({ shape: [16] })
    const outputs = ['classes', 'others', 'rest'].map((name) => tf.layers.dense({ units: 10, name }).apply(input) as tf.SymbolicTensor)
    const one = tf.model({ inputs: input, outputs })
    const mine = (target: tf.Tensor, output: tf.Tensor) => tf.losses.softmaxCrossEntropy(target, output)
    one.compile({ optimizer: 'sgd', loss: [crossEntropy, 'meanSquaredError', mine] as never })
    const { x, y } = data()
    const { console, diagnosis } = diagnosed()
    await one.fit(x, [y, y, y], { ...common, callbacks: diagnosis })
    expect(diagnosis.report().summary).toMatchObject({ uses: 2, clean: 1, unknown: 1 })
    expect(console.logged).toHaveLength(1)
    expect(console.logged[0]!.split('\n').filter((line) => line.startsWith('ce-lint'))).toEqual([
      'ce-lint: output `classes`: examined 8 of 10 calls (the first 8, then one in 64) of tf.losses.softmaxCrossEntropy; 320 rows of predictions read',
      'ce-lint: output `others` was not examined: its loss `meanSquaredError` is no cross-entropy that is known',
      "ce-lint: output `rest` was not examined: not understood: its loss is a function `mine`, and what that expects is not known; name the loss that it is, or describe it: { contract: 'tf.losses.softmaxCrossEntropy' }",
    ])
  })

  it('says so when the loss stays where it started', async () => {
    const one = model('categoricalCrossentropy', 'softmax', { rate: 0, stddev: 1e-4 })
    const { console, diagnosis } = diagnosed({ firstSteps: 20 })
    await train(one, diagnosis)
    expect(console.logged[0]).toContain('it stays at ln 10 = 2.3026, the loss of a model that prefers no class')
  })
})

describe('beside other callbacks', () => {
  const other = () => {
    const losses: number[] = []
    return { losses, onBatchEnd: async (_: number, logs?: tf.Logs) => void losses.push(logs!.loss!) }
  }

  it('needs the model in a list, and says so at once', async () => {
    const { console, diagnosis } = diagnosed()
    await train(model(crossEntropy, 'softmax'), [diagnosis, other()])
    expect(console.warned).toEqual([
      expect.stringMatching(/does not hand its model to callbacks in a list: write diagnoseTraining\(\{ model \}\)$/),
    ])
    expect(diagnosis.report().summary.uses).toBe(0)
    expect(console.logged).toEqual([])
  })

  it('works in a list when it knows the model, or stands behind a callback of the library', async () => {
    const one = model(crossEntropy, 'softmax')
    const [known, told, side] = [diagnosed({ model: one }), diagnosed(), other()]
    await train(one, [known.diagnosis, side])
    await train(one, [tf.callbacks.earlyStopping({ monitor: 'loss' }), told.diagnosis])
    expect(side.losses).toHaveLength(10)
    for (const { diagnosis, console } of [known, told]) {
      expect(diagnosis.report().findings).toMatchObject([{ rule: 'probabilities-as-logits' }])
      expect(console.logged).toHaveLength(1)
    }
  })

  it('ends where training is stopped early', async () => {
    const one = model('categoricalCrossentropy', 'softmax')
    const stop = { onBatchEnd: async (batch: number) => void (batch === 2 && Object.assign(within(one), { stopTraining: true })) }
    const { console, diagnosis } = diagnosed({ model: one })
    await train(one, [diagnosis, stop])
    expect(console.logged[0]).toMatch(/examined 3 calls/)
  })
})

describe('a training that fails', () => {
  it('throws before the first step on request, and puts the losses back', async () => {
    const one = model(crossEntropy, 'softmax')
    const functions = within(one).lossFunctions
    const { diagnosis } = diagnosed({ onFinding: 'throw' })
    await expect(train(one, diagnosis)).rejects.toThrow(DiagnosisError)
    expect(within(one).lossFunctions).toBe(functions)
  })

  it('puts the losses back when one of them throws, and has examined what it was given', async () => {
    const one = model('sparseCategoricalCrossentropy', 'softmax')
    const functions = within(one).lossFunctions
    const { x, y } = data()
    const { diagnosis } = diagnosed()
    await expect(one.fit(x, y.argMax(-1), { ...common, callbacks: diagnosis })).rejects.toThrow(/float32/)
    expect(within(one).lossFunctions).toBe(functions)
    expect(diagnosis.report().findings).toMatchObject([{ rule: 'library-bug' }])
  })

  it('puts them back at the next call when something else throws', async () => {
    const one = model('categoricalCrossentropy', 'softmax')
    const functions = within(one).lossFunctions
    const { diagnosis } = diagnosed({ model: one })
    const broken = { onBatchEnd: () => Promise.reject(new Error('full disk')) }
    await expect(train(one, [diagnosis, broken])).rejects.toThrow('full disk')
    const { x, y } = data()
    tf.dispose(one.evaluate(x, y) as tf.Scalar)
    expect(within(one).lossFunctions).toBe(functions)
    expect(diagnosis.summary()).toMatch(/examined 1 call of/)
  })

  it('does not start with options that it does not know', () => {
    expect(diagnoseTraining().summary()).toBe('ce-lint: no training has begun')
    expect(() => diagnoseTraining({ modle: {} } as never)).toThrow("options: no option is named 'modle'; the nearest is 'model'")
    expect(() => diagnoseTraining({ every: 0 })).toThrow('every: expected an integer of at least 1')
    expect(() => diagnoseTraining({ rules: { nothing: 'off' } })).toThrow("rules: expected names of rules, got 'nothing'")
    expect(() => diagnoseTraining({ model: {} as never })).toThrow('model: expected a tf.LayersModel')
    expect(() => diagnoseTraining({ contract: 'nothing' })).toThrow('contract: no loss is named')
  })

  it('collects in silence', async () => {
    const { console, diagnosis } = diagnosed({ onFinding: 'collect' })
    await train(model(crossEntropy, 'softmax'), diagnosis)
    expect([console.warned, console.logged]).toEqual([[], []])
    expect(diagnosis.summary()).toContain('probabilities-as-logits')
  })
})

const common = { epochs: 2, batchSize: 40, shuffle: false, verbose: 0 } as const

function diagnosed(options: TrainingOptions = {}) {
  const [warned, logged]: string[][] = [[], []]
  const console = {
    warned: warned!,
    logged: logged!,
    warn: (text: string) => void warned!.push(text),
    log: (text: string) => void logged!.push(text),
  }
  return { console, diagnosis: diagnoseTraining({ ...options, console }) }
}

async function train(one: tf.LayersModel, callbacks: object): Promise<void> {
  const { x, y } = data()
  await one.fit(x, y, { ...common, callbacks: callbacks as never })
}

/** The model by which a sequential one trains. */
function within(one: tf.LayersModel): Internals {
  return ((one as unknown as { model?: Internals }).model ?? one) as unknown as Internals
}

function model(loss: Loss, activation: string, { rate = 0.01, stddev = 0.01 } = {}): tf.Sequential {
  const kernelInitializer = tf.initializers.randomNormal({ stddev, seed: 3 })
  const one = tf.sequential({
    layers: [tf.layers.dense({ inputShape: [16], units: 10, kernelInitializer, activation: activation as never, name: 'classes' })],
  })
  one.compile({ optimizer: tf.train.sgd(rate), loss })
  return one
}

/** 200 points of 10 classes in 16 dimensions. */
function data() {
  return tf.tidy(() => {
    const labels = tf.range(0, 200, 1, 'int32').mod(tf.scalar(10, 'int32')).toInt()
    const centres = tf.randomNormal([10, 16], 0, 2, 'float32', 1).gather(labels)
    return { x: centres.add(tf.randomNormal([200, 16], 0, 0.2, 'float32', 2)), y: tf.oneHot(labels, 10).toFloat() }
  })
}
