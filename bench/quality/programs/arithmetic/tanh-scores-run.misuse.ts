// Scores between -1 and 1 leave each of the wrong classes at least e^-2 of the right one.
// runnable: loss >= 0.23
import * as tf from '@tensorflow/tfjs'

const x = tf.tensor2d([[3, 0], [2, -1], [-3, 1], [-2, 0], [0, 4], [1, 5]])
const y = tf.oneHot(tf.tensor1d([0, 0, 1, 1, 2, 2], 'int32'), 3)
const model = tf.sequential()
model.add(tf.layers.dense({ inputShape: [2], units: 3, activation: 'tanh', kernelInitializer: tf.initializers.randomNormal({ seed: 3 }) }))
model.compile({ optimizer: tf.train.adam(0.2), loss: tf.losses.softmaxCrossEntropy }) // expect: bounded-logits
const { history } = await model.fit(x, y, { epochs: 150, verbose: 0 })
console.log(history.loss.at(-1))
