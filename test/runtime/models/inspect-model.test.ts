import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectModel, type ModelInspection } from '../../../src/runtime/index.js'

beforeAll(() => tf.setBackend('cpu'))

type Loss = Parameters<tf.LayersModel['compile']>[0]['loss']

const { layers } = tf
const probabilities = 'error probabilities-as-logits (proved)'
const scores = 'error logits-as-probabilities (proved)'

describe('the last layer against the compiled loss', () => {
  it.each<[string, Loss, () => tf.layers.Layer[], string[]]>([
    ['softmax, categoricalCrossentropy', 'categoricalCrossentropy', () => [dense(3, 'softmax')], []],
    ['linear, categoricalCrossentropy', 'categoricalCrossentropy', () => [dense(3)], [scores]],
    [
      'logSoftmax, categoricalCrossentropy',
      'categoricalCrossentropy',
      () => [dense(3, 'logSoftmax' as never)],
      ['error log-probabilities-as-probabilities (proved)'],
    ],
    [
      'sigmoid, categoricalCrossentropy',
      'categoricalCrossentropy',
      () => [dense(3, 'sigmoid')],
      ['error probabilities-as-distribution (proved)'],
    ],
    ['one unit, categoricalCrossentropy', 'categoricalCrossentropy', () => [dense(1, 'softmax')], ['error single-class-softmax (proved)']],
    ['linear, sparseCategoricalCrossentropy', 'sparseCategoricalCrossentropy', () => [dense(3)], [scores]],
    ['sigmoid, binaryCrossentropy', 'binaryCrossentropy', () => [dense(1, 'sigmoid')], []],
    ['linear, binaryCrossentropy', 'binaryCrossentropy', () => [dense(1)], [scores]],
    ['softmax, binaryCrossentropy', 'binaryCrossentropy', () => [dense(3, 'softmax')], ['warning distribution-as-binary (proved)']],
    ['linear, softmaxCrossEntropy', tf.losses.softmaxCrossEntropy as never, () => [dense(3)], []],
    ['softmax, softmaxCrossEntropy', tf.losses.softmaxCrossEntropy as never, () => [dense(3, 'softmax')], [probabilities]],
    ['sigmoid, sigmoidCrossEntropy', [tf.losses.sigmoidCrossEntropy] as never, () => [dense(3, 'sigmoid')], [probabilities]],
    ['relu, softmaxCrossEntropy', tf.losses.softmaxCrossEntropy as never, () => [dense(3, 'relu')], ['warning bounded-logits (proved)']],
    ['a softmax layer', tf.losses.softmaxCrossEntropy as never, () => [dense(3), layers.softmax()], [probabilities]],
    [
      'an activation layer',
      tf.losses.softmaxCrossEntropy as never,
      () => [dense(3), layers.activation({ activation: 'softmax' })],
      [probabilities],
    ],
    [
      'dropout after softmax',
      tf.losses.softmaxCrossEntropy as never,
      () => [dense(3, 'softmax'), layers.dropout({ rate: 0.1 })],
      [probabilities],
    ],
    ['softmax twice', 'categoricalCrossentropy', () => [dense(3, 'softmax'), layers.softmax()], ['warning double-activation (proved)']],
    ['a model in a model', tf.losses.softmaxCrossEntropy as never, () => [dense(4), inner('softmax')], [probabilities]],
    ['a right model in a model', 'categoricalCrossentropy', () => [dense(4), inner('softmax')], []],
    ['a softmax after a model', 'categoricalCrossentropy', () => [dense(4), inner('linear'), layers.softmax()], []],
    ['what a model passes on', 'categoricalCrossentropy', () => [dense(4, 'softmax'), passing()], []],
  ])('%s', (_, loss, make, expected) => {
    expect(found(compiled(make(), loss))).toEqual(expected)
  })

  it.each<[string, () => tf.layers.Layer[], string[]]>([
    ['timeDistributed', () => [layers.timeDistributed({ layer: layers.dense({ units: 3, activation: 'softmax' }) })], [probabilities]],
    [
      'bidirectional',
      () => [layers.bidirectional({ layer: layers.lstm({ units: 3 }) as tf.RNN, mergeMode: 'concat' }), layers.softmax()],
      [probabilities],
    ],
    [
      'rnn of cells',
      () => [layers.rnn({ cell: [layers.gruCell({ units: 3 }), layers.gruCell({ units: 4 })] }), layers.softmax()],
      [probabilities],
    ],
    ['softmax over time', () => [layers.softmax({ axis: 1 })], ['error wrong-softmax-axis (proved)', probabilities]],
  ])('%s', (_, make, expected) => {
    const model = tf.sequential({
      layers: [layers.inputLayer({ inputShape: [5, 4] }), layers.gru({ units: 4, returnSequences: true }), ...make()],
    })
    model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy as never })
    const rules = found(model)
    expect(expected).toEqual(expect.arrayContaining(rules))
    expect(rules).not.toEqual([])
  })

  it('does not take rows that were cut anew for a distribution', () => {
    const cut = compiled([dense(6, 'softmax'), layers.reshape({ targetShape: [2, 3] })], 'categoricalCrossentropy')
    expect(found(cut)).toEqual(['error probabilities-as-distribution (proved)'])
    const whole = compiled([dense(6, 'softmax'), layers.reshape({ targetShape: [1, 6] })], 'categoricalCrossentropy')
    expect(inspectModel(whole).summary).toMatchObject({ clean: 1 })
  })

  it('does not know what pooling leaves of a distribution', () => {
    const model = tf.sequential({
      layers: [layers.dense({ units: 3, activation: 'softmax', inputShape: [5, 4] }), layers.globalMaxPooling1d({})],
    })
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' })
    const [use] = inspectModel(model).uses
    expect(use).toMatchObject({ verdict: 'unknown', reason: expect.stringContaining('it may be probabilities-as-distribution') })
  })

  it('names the layer that did it', () => {
    const model = compiled(
      [layers.dense({ units: 3, activation: 'softmax', inputShape: [4], name: 'classes' })],
      tf.losses.softmaxCrossEntropy as never,
    )
    expect(inspectModel(model).findings[0]!.message.what).toBe(
      '`output of classes` holds a distribution, but `tf.losses.softmaxCrossEntropy` expects logits.',
    )
  })

  it('judges a model that was stored and loaded', async () => {
    const model = compiled([dense(3)], 'categoricalCrossentropy')
    let stored: tf.io.ModelArtifacts | undefined
    const keep = async (artifacts: tf.io.ModelArtifacts) => {
      stored = artifacts
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } as const }
    }
    await model.save(tf.io.withSaveHandler(keep))
    const loaded = await tf.loadLayersModel(tf.io.fromMemory(stored!))
    expect(inspectModel(loaded)).toMatchObject({
      summary: { uses: 1, unknown: 1 },
      uses: [{ verdict: 'unknown', reason: expect.stringMatching(/: the model is not compiled, so it has no loss$/) }],
    })
    loaded.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' })
    expect(found(loaded)).toEqual([scores])
  })
})

describe('several outputs', () => {
  const twoHeads = (loss: Loss) => {
    const input = tf.input({ shape: [4] })
    const body = layers.dense({ units: 8, activation: 'relu' }).apply(input)
    const outputs = [
      layers.dense({ units: 3, name: 'kind' }).apply(body) as tf.SymbolicTensor,
      layers.dense({ units: 1, activation: 'sigmoid', name: 'seen' }).apply(body) as tf.SymbolicTensor,
    ]
    const model = tf.model({ inputs: input, outputs })
    model.compile({ optimizer: 'sgd', loss })
    return model
  }

  it.each<[string, Loss]>([
    ['a list', ['categoricalCrossentropy', 'binaryCrossentropy']],
    ['names', { kind: 'categoricalCrossentropy', seen: 'binaryCrossentropy' }],
  ])('takes each loss from %s', (_, loss) => {
    const report = inspectModel(twoHeads(loss))
    expect(report.summary).toMatchObject({ uses: 2, clean: 1 })
    expect(report.findings).toMatchObject([
      { rule: 'logits-as-probabilities', message: { what: expect.stringContaining('`output of kind`') } },
    ])
  })

  it('takes one loss for all', () => {
    expect(found(twoHeads('binaryCrossentropy'))).toEqual([scores])
  })

  it('leaves out losses that are no cross-entropy', () => {
    expect(inspectModel(twoHeads(['meanSquaredError', tf.losses.absoluteDifference as never]))).toMatchObject({
      summary: { uses: 0 },
      uses: [],
    })
  })

  it('takes targets in a list or by name, and refuses others', () => {
    const model = twoHeads([tf.losses.softmaxCrossEntropy as never, 'binaryCrossentropy'])
    const [kind, seen] = [
      [0, 1, 2],
      [[0], [1], [1]],
    ]
    expect(found(model, { target: [kind, seen] })).toEqual(['error indices-as-one-hot (likely)'])
    expect(found(model, { target: { kind, seen } })).toEqual(['error indices-as-one-hot (likely)'])
    expect(found(model, { target: { seen } })).toEqual([])
    expect(() => inspectModel(model, { target: kind })).toThrow(
      'target: expected a list of 2 targets, or an object with targets for the outputs kind, seen',
    )
  })
})

describe('units against the targets', () => {
  it.each<[string, Loss, tf.layers.Layer, () => ModelInspection['target'], string[]]>([
    ['one-hot rows', 'categoricalCrossentropy', dense(3, 'softmax'), () => tf.oneHot([0, 1, 2], 3), []],
    ['class indices', 'categoricalCrossentropy', dense(3, 'softmax'), () => [0, 1, 2, 1], ['error indices-as-one-hot (likely)']],
    ['too few units', 'categoricalCrossentropy', dense(3, 'softmax'), () => tf.oneHot([0, 1, 2], 4), ['error shape-mismatch (proved)']],
    ['class indices for the sparse loss', 'sparseCategoricalCrossentropy', dense(3, 'softmax'), () => [0, 1, 2], []],
    [
      'indices of four classes',
      'sparseCategoricalCrossentropy',
      dense(3, 'softmax'),
      () => [0, 1, 2, 3],
      ['error target-out-of-range (proved)'],
    ],
    [
      'int32 indices',
      'sparseCategoricalCrossentropy',
      dense(3, 'softmax'),
      () => tf.tensor1d([0, 2], 'int32'),
      ['warning library-bug (proved)'],
    ],
    [
      'one-hot rows for the sparse loss',
      'sparseCategoricalCrossentropy',
      dense(3, 'softmax'),
      () => tf.oneHot([0, 1, 2], 3).toFloat(),
      ['error one-hot-as-indices (likely)'],
    ],
    ['a list of 0 and 1 for one unit', 'binaryCrossentropy', dense(1, 'sigmoid'), () => [0, 1, 1], []],
    ['-1 and +1', 'binaryCrossentropy', dense(1, 'sigmoid'), () => [-1, 1, 1], ['error target-not-binary (proved)']],
    [
      'one unit and one-hot rows',
      'binaryCrossentropy',
      dense(1, 'sigmoid'),
      () => tf.oneHot([0, 1, 1], 2),
      ['error shape-mismatch (proved)'],
    ],
  ])('%s', (_, loss, layer, target, expected) => {
    expect(found(compiled([layer], loss), { target: target() })).toEqual(expected)
  })
})

describe('what is not known', () => {
  it.each<[string, () => tf.LayersModel, string | RegExp]>([
    ['a model that is not compiled', () => tf.sequential({ layers: [dense(3)] }), /the model is not compiled, so it has no loss$/],
    [
      'a layer of one’s own',
      () => compiled([dense(3), new Own()], 'categoricalCrossentropy'),
      /nothing is known of what the layer `own_\w+` \(Own\) gives/,
    ],
    [
      'a subclass of a library’s layer',
      () => compiled([new Halved({ units: 3, inputShape: [4] })], 'categoricalCrossentropy'),
      /nothing is known of what the layer/,
    ],
    [
      'a loss function of one’s own',
      () => compiled([dense(3)], (() => tf.scalar(0)) as never),
      /its loss is a function without a name, and what that expects/,
    ],
    ['concatenated outputs', concatenated, /nothing is known of what the layer `\w+` \(Concatenate\) gives/],
  ])('%s', (_, make, reason) => {
    const { uses, summary } = inspectModel(make())
    expect(summary).toMatchObject({ uses: 1, unknown: 1 })
    expect(uses[0]!.reason).toMatch(reason)
  })

  it('becomes known when the loss is described', () => {
    const mine = (target: tf.Tensor, output: tf.Tensor) => tf.losses.softmaxCrossEntropy(target, output)
    const model = compiled([dense(3, 'softmax')], mine)
    expect(found(model, { contract: 'tf.losses.softmaxCrossEntropy' })).toEqual([probabilities])
    expect(() => inspectModel(model, { targets: [] } as never)).toThrow("options: no option is named 'targets'; the nearest is 'target'")
    expect(() => inspectModel(model, { contract: 'softmaxCrossEntropi' })).toThrow('contract: no loss is named')
  })

  it('judges a loss that took the place of the compiled one', () => {
    const model = compiled([dense(3)], 'categoricalCrossentropy')
    const within = (model as unknown as { model: { lossFunctions: unknown[] } }).model
    within.lossFunctions = [tf.losses.softmaxCrossEntropy]
    expect(inspectModel(model).summary).toMatchObject({ clean: 1 })
  })

  it('refuses what is no model of the layers API', () => {
    expect(() => inspectModel(null as never)).toThrow('model: expected a tf.LayersModel or tf.Sequential that has layers, got null')
    expect(() => inspectModel({ executeAsync() {} } as never)).toThrow('got a GraphModel, which has neither layers nor a loss')
    expect(() => inspectModel(tf.sequential() as never)).toThrow(TypeError)
  })
})

it('changes nothing about the model and leaves no tensor behind', () => {
  const model = compiled([dense(3, 'softmax')], 'categoricalCrossentropy')
  const before = [JSON.stringify(model.toJSON(null, false)), tf.memory().numTensors]
  inspectModel(model, { target: [[1, 0, 0]] })
  expect([JSON.stringify(model.toJSON(null, false)), tf.memory().numTensors]).toEqual(before)
})

function dense(units: number, activation?: 'softmax' | 'sigmoid' | 'relu' | 'linear') {
  return layers.dense({ units, activation, inputShape: [4] })
}

function compiled(all: tf.layers.Layer[], loss: Loss): tf.Sequential {
  const model = tf.sequential({ layers: all })
  model.compile({ optimizer: 'sgd', loss })
  return model
}

function inner(activation: 'softmax' | 'linear'): tf.layers.Layer {
  const input = tf.input({ shape: [4] })
  return tf.model({ inputs: input, outputs: layers.dense({ units: 3, activation }).apply(input) as tf.SymbolicTensor })
}

/** A model that only drops entries out of what it is given. */
function passing(): tf.layers.Layer {
  return tf.sequential({ layers: [layers.dropout({ rate: 0.1, inputShape: [4] })] })
}

function concatenated(): tf.LayersModel {
  const input = tf.input({ shape: [4] })
  const halves = [2, 3].map((units) => layers.dense({ units, activation: 'softmax' }).apply(input) as tf.SymbolicTensor)
  const model = tf.model({ inputs: input, outputs: layers.concatenate().apply(halves) as tf.SymbolicTensor })
  model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' })
  return model
}

class Own extends tf.layers.Layer {
  static readonly className = 'Own'
  override computeOutputShape(shape: tf.Shape) {
    return shape
  }
}

/** Registered under no name of its own, so the library calls it a Dense. */
class Halved extends (layers.dense({ units: 1 }).constructor as new (config: object) => tf.layers.Layer) {
  override call(inputs: tf.Tensor | tf.Tensor[]) {
    return tf.tidy(() => (super.call(inputs, {}) as tf.Tensor).div(2))
  }
}

function found(model: tf.LayersModel, options?: ModelInspection): string[] {
  return inspectModel(model, options).findings.map(({ severity, rule, certainty }) => `${severity} ${rule} (${certainty})`)
}
