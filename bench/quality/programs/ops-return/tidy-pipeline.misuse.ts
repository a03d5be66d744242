import * as tf from '@tensorflow/tfjs'

type Fn = (x: tf.Tensor) => tf.Tensor

const dense = (inputs: number, units: number): Fn => {
  const kernel = tf.variable(tf.randomNormal([inputs, units], 0, Math.sqrt(2 / inputs)))
  const bias = tf.variable(tf.zeros([units]))
  return (x) => x.matMul(kernel).add(bias)
}

const net: Fn[] = [dense(16, 32), tf.relu, dense(32, 5), tf.softmax]

function run(x: tf.Tensor): tf.Tensor {
  return tf.tidy(() => net.reduce((value, layer) => layer(value), x))
}

export function cost(x: tf.Tensor, y: tf.Tensor): tf.Scalar {
  return tf.losses.softmaxCrossEntropy(y, run(x)).asScalar() // expect: probabilities-as-logits
}
