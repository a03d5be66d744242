import * as tf from '@tensorflow/tfjs'

const student = tf.variable(tf.randomNormal([20, 10]))
const teacher = tf.tensor2d([[0.1]]).tile([20, 10])

/** Distillation: the student follows the softened teacher. */
export function distil(x: tf.Tensor2D, temperature = 4): tf.Scalar {
  const soft = tf.softmax(x.matMul(teacher).div(temperature))
  const own = x.matMul(student).div(temperature)
  return tf.losses.softmaxCrossEntropy(soft, tf.softmax(own)) // expect: probabilities-as-logits
}
