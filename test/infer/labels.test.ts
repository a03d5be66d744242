import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `import * as tf from '@tensorflow/tfjs'
const build = () => tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2], activation: 'softmax' })] })
const xs = tf.randomNormal([4, 2])
`

const programs: Record<string, string> = {
  'indices for a loss that takes one-hot rows': `
const model = build()
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' })
model.fit(xs, tf.tensor1d([0, 1, 2, 1])) //! indices-as-one-hot
const other = build()
other.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! clean
other.fit(xs, tf.oneHot(tf.tensor1d([0, 1, 2, 1], 'int32'), 3))
`,
  'one-hot rows, and classes counted from 1, for a loss that takes indices': `
const model = build()
model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' })
const history = await model.fit(xs, tf.oneHot([0, 1, 2, 1], 3)) //! one-hot-as-indices
const counted = build()
counted.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' })
counted.summary()
const ys = tf.tensor1d([1, 2, 3, 1])
await counted.trainOnBatch(xs, ys) //! target-out-of-range
const right = build()
right.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' }) //! clean
await right.fit(xs, tf.tensor1d([0, 1, 2, 1]), { epochs: 4 })
`,
  'labels of another model, and those that are trained on after another compile': `
const model = build()
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! clean
const other = build()
other.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' }) //! clean
await other.fit(xs, tf.tensor1d([0, 1, 2, 1]))
await model.fit(xs, tf.oneHot([0, 1, 2, 1], 3))
const twice = build()
twice.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! clean
await twice.fitDataset(tf.data.array([]), { epochs: 1 })
twice.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' }) //! clean
await twice.fit(xs, tf.tensor1d([0, 1, 2, 1]))
`,
  'labels for each of two outputs': `
const input = tf.input({ shape: [2] })
const kind = tf.layers.dense({ units: 3, activation: 'softmax', name: 'kind' }).apply(input) as tf.SymbolicTensor
const good = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'good' }).apply(input) as tf.SymbolicTensor
const model = tf.model({ inputs: input, outputs: [kind, good] })
model.compile({ optimizer: 'sgd', loss: ['categoricalCrossentropy', 'binaryCrossentropy'] }) //! clean
await model.fit(xs, [tf.tensor1d([0, 1, 2, 1]), tf.tensor2d([[1], [0], [0], [1]])]) //! indices-as-one-hot
`,
}

describe('labels that training is given are judged', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
