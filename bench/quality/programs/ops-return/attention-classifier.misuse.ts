// Softmax belongs to the attention; what comes out of `classify` is what matters.
import * as tf from '@tensorflow/tfjs'

const d = 32
const wq = tf.variable(tf.randomNormal([d, d]))
const wk = tf.variable(tf.randomNormal([d, d]))
const wv = tf.variable(tf.randomNormal([d, d]))
const wo = tf.variable(tf.randomNormal([d, 7]))

function attend(x: tf.Tensor3D): tf.Tensor3D {
  const flat = x.reshape([-1, d])
  const [q, k, v] = [wq, wk, wv].map((w) => flat.matMul(w).reshape(x.shape))
  const weights = tf.softmax(tf.matMul(q, k, false, true).div(Math.sqrt(d)))
  return tf.matMul(weights, v) as tf.Tensor3D
}

function classify(x: tf.Tensor3D): tf.Tensor2D {
  const pooled = attend(x).mean(1)
  const scores = pooled.matMul(wo) as tf.Tensor2D
  return tf.softmax(scores)
}

export const loss = (x: tf.Tensor3D, y: tf.Tensor2D) => tf.losses.softmaxCrossEntropy(y, classify(x)).mean() // expect: probabilities-as-logits
