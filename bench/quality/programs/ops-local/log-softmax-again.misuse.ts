import * as tf from '@tensorflow/tfjs'

const kernel = tf.variable(tf.truncatedNormal([64, 10], 0, 0.05))

export function lossOf(images: tf.Tensor2D, digits: tf.Tensor1D): tf.Scalar {
  return tf.tidy(() => {
    const scores = tf.matMul(images, kernel)
    const target = tf.oneHot(digits, 10)
    return tf.losses.softmaxCrossEntropy(target, tf.logSoftmax(scores)) // expect: log-probabilities-as-logits
  })
}
