// runnable: loss >= 0.5514
import * as tf from '@tensorflow/tfjs'

interface Params {
  w1: tf.Variable
  b1: tf.Variable
  w2: tf.Variable
}

const params: Params = {
  w1: tf.variable(tf.randomNormal([2, 12], 0, 0.5, 'float32', 3)),
  b1: tf.variable(tf.zeros([12])),
  w2: tf.variable(tf.randomNormal([12, 3], 0, 0.5, 'float32', 4)),
}

function forward(x: tf.Tensor, { w1, b1, w2 }: Params): tf.Tensor {
  const hidden = x.matMul(w1).add(b1).relu()
  return hidden.matMul(w2).softmax()
}

const angle = (i: number) => ((i % 3) * 2 * Math.PI) / 3
const xs = tf.tensor2d(Array.from({ length: 60 }, (_, i) => [2 * Math.cos(angle(i)) + 0.3 * Math.sin(i), 2 * Math.sin(angle(i))]))
const ys = tf.oneHot(tf.tensor1d(Array.from({ length: 60 }, (_, i) => i % 3), 'int32'), 3)

const optimizer = tf.train.adam(0.05)
for (let epoch = 0; epoch < 100; epoch++) {
  const { value, grads } = tf.variableGrads(() => tf.losses.softmaxCrossEntropy(ys, forward(xs, params)).asScalar()) // expect: probabilities-as-logits
  optimizer.applyGradients(grads)
  if (epoch % 25 === 24) console.log(epoch, value.dataSync()[0])
}
