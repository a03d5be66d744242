/**
 * What really makes the loss exactly zero: one output unit. Softmax over one class is 1 whatever the score, so the
 * loss is 0, its gradient is 0, and nothing is learned.
 */
import * as tf from '@tensorflow/tfjs'

const model = tf.sequential({
  layers: [tf.layers.dense({ inputShape: [4], units: 8, activation: 'relu' }), tf.layers.dense({ units: 1 })],
})
model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy })

const x = tf.randomNormal([32, 4], 0, 1, 'float32', 1)
const y = tf.cast(tf.greater(x.sum(1, true), 0), 'float32')
const history = await model.fit(x, y, { epochs: 3, verbose: 0 })
console.log(`loss in each epoch: ${history.history.loss?.join(', ')}`)
