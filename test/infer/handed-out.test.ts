import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `import * as tf from '@tensorflow/tfjs'
const CE = tf.losses.softmaxCrossEntropy
const plain = () => tf.layers.dense({ units: 3 })
const net = (activation?: any) => tf.sequential({ layers: [tf.layers.dense({ units: 3, activation })] })
`

/** Layers that are added to a model where a call or a loop hands it out. */
const programs: Record<string, string> = {
  'a function gives a model of the outer scope': `
const model = net('softmax')
const getModel = () => model
getModel().add(plain())
model.compile({ optimizer: 'sgd', loss: CE }) //! unknown
getModel().compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  'a function that hands on what another hands out': `
const models = [net('softmax')]
const first = () => models[0]!
const current = () => first()
current().add(plain())
first().compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  'a collection gives a model': `
const models = new Map([['a', net('softmax')]])
models.get('a')!.add(plain())
models.get('a')!.compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  'a loop goes through models': `
const models: Record<string, tf.Sequential> = { a: net('softmax') }
for (const model of Object.values(models)) model.add(plain())
models.a!.compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  'a callback goes through models': `
const models: Record<string, tf.Sequential> = { a: net('softmax') }
Object.values(models).forEach((model) => model.add(plain()))
models.a!.compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  'the addition is seen': `
const models: Record<string, tf.Sequential> = { a: net() }
for (const model of Object.values(models)) {
  model.add(tf.layers.softmax())
  model.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
}
`,
  'a factory makes a new model each time': `
const a = net('softmax')
a.add(plain())
a.compile({ optimizer: 'sgd', loss: CE }) //! clean
net('softmax').add(plain())
const b = net('softmax')
b.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
}

describe('models that are handed out', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
