import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `import * as tf from '@tensorflow/tfjs'
const CE = tf.losses.softmaxCrossEntropy
const listed = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [4], units: 3, name: 'scores' }),
    tf.layers.activation({ activation: 'softmax', name: 'shares' }),
    tf.layers.reshape({ targetShape: [3], name: 'shaped' }),
  ],
})
const inputs = tf.input({ shape: [4] })
const scores = tf.layers.dense({ units: 3, name: 'scores' }).apply(inputs) as tf.SymbolicTensor
const graph = tf.model({ inputs, outputs: [tf.layers.softmax({ name: 'shares' }).apply(scores) as tf.SymbolicTensor] })
const train = (outputs: any) => tf.model({ inputs, outputs })
`

/** Layers and outputs that are taken from a model. */
const programs: Record<string, string> = {
  'layers by name and by place': `
train(listed.getLayer('scores').output).compile({ optimizer: 'sgd', loss: CE }) //! clean
train(listed.getLayer('shares').output).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
train(listed.getLayer('shaped').output).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
train(listed.getLayer(0).output).compile({ optimizer: 'sgd', loss: CE }) //! clean
train(listed.getLayer(undefined, 1).output).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
train(graph.getLayer('scores').output).compile({ optimizer: 'sgd', loss: CE }) //! clean
train(graph.getLayer('shares').output).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  'layers that are not known': `
export const go = (name: string, other: tf.LayersModel) => {
  train(listed.getLayer(name).output).compile({ optimizer: 'sgd', loss: CE }) //! unknown
  train(listed.getLayer('other').output).compile({ optimizer: 'sgd', loss: CE }) //! unknown
  train(graph.getLayer(undefined, 1).output).compile({ optimizer: 'sgd', loss: CE }) //! unknown
  train(other.getLayer('shares').output).compile({ optimizer: 'sgd', loss: CE }) //! unknown
}
const changed: any = listed.getLayer('shares')
changed.activation = 'linear'
train(changed.output).compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  'the last layer and the only output': `
train(listed.layers.at(-2)!.output).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
train(listed.layers[listed.layers.length - 3].output).compile({ optimizer: 'sgd', loss: CE }) //! clean
train(listed.outputs[0]).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
train(graph.outputs[0]).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
train([scores]).compile({ optimizer: 'sgd', loss: CE }) //! clean
CE(tf.ones([1, 3]), graph.predict(tf.ones([1, 4])) as tf.Tensor) //! probabilities-as-logits
`,
  'one loss for several outputs': `
const shares = tf.layers.softmax().apply(scores)
train([scores, shares]).compile({ optimizer: 'sgd', loss: CE }) //! clean, probabilities-as-logits
train([shares, shares]).compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! clean, clean
`,
  'outputs by name, made in objects and by functions': `
const head = (name: string, activation: any) => tf.layers.dense({ units: 3, activation, name }).apply(scores)
const heads = { topic: head('topic', 'softmax'), owner: head('owner', undefined) }
train([heads.topic, heads.owner]).compile({
  optimizer: 'sgd',
  loss: {
    topic: tf.losses.softmaxCrossEntropy, //! probabilities-as-logits
    owner: tf.losses.softmaxCrossEntropy, //! clean
  },
})
`,
}

describe('layers of models', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
