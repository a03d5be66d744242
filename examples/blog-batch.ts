/**
 * A batch that tutorials use to show "a small loss". It is 0.9505, and it cannot come near zero: with three classes
 * and probabilities in place of logits the loss never falls below 0.5514.
 */
import * as tf from '@tensorflow/tfjs'

const target = tf.oneHot([1, 0], 3)
const probabilities = tf.tensor2d([
  [0.1, 0.7, 0.2],
  [0.3, 0.4, 0.3],
])
const logits = tf.tensor2d([
  [1, 3, -1],
  [-0.5, 0.8, 0.3],
])

print('probabilities as logits', tf.losses.softmaxCrossEntropy(target, probabilities))
print('their cross-entropy', tf.metrics.categoricalCrossentropy(target, probabilities).mean())
print('logits', tf.losses.softmaxCrossEntropy(target, logits))

function print(name: string, loss: tf.Tensor) {
  console.log(`${name.padEnd(24)}${loss.dataSync()[0]?.toFixed(4)}`)
}
