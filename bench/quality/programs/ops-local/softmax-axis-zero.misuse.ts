import * as tf from '@tensorflow/tfjs'

const kernel = tf.variable(tf.randomNormal([12, 4]))

// `tf.softmax` takes an axis; of a matrix, 0 is the batch
export function evaluate(x: tf.Tensor2D, y: tf.Tensor2D) {
  const scores = x.matMul(kernel) as tf.Tensor2D
  const p = tf.softmax(scores, 0) // or here
  return tf.metrics.categoricalCrossentropy(y, p) // expect: wrong-softmax-axis
}
