// runnable: loss is not < 0.4
import * as tf from '@tensorflow/tfjs'

const EPS = tf.scalar(1e-7)

function crossEntropy(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  return tf.neg(tf.sum(tf.mul(yTrue, tf.log(yPred.add(EPS))), -1)).mean() // or here
}

const model = tf.sequential()
model.add(tf.layers.dense({ inputShape: [2], units: 8, activation: 'tanh', kernelInitializer: tf.initializers.glorotNormal({ seed: 1 }) }))
model.add(tf.layers.dense({ units: 2, kernelInitializer: tf.initializers.glorotNormal({ seed: 2 }) }))
model.compile({ optimizer: tf.train.adam(0.05), loss: crossEntropy }) // expect: logits-as-probabilities

const xs = tf.tensor2d([[0, 0], [0, 1], [1, 0], [1, 1]])
const ys = tf.tensor2d([[1, 0], [0, 1], [0, 1], [1, 0]])
const { history } = await model.fit(xs, ys, { epochs: 80, verbose: 0, shuffle: false })
console.log(history.loss.at(-1))
