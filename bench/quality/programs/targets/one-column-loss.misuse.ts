// runnable: loss is 0
import * as tf from '@tensorflow/tfjs'

const x = tf.tensor2d([[-2], [-1], [1], [2]])
const y = tf.tensor2d([[0], [0], [1], [1]])
const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [1], units: 1, kernelInitializer: 'zeros' })] })
model.compile({ optimizer: tf.train.sgd(0.5), loss: tf.losses.softmaxCrossEntropy }) // expect: single-class-softmax
const { history } = await model.fit(x, y, { epochs: 20, verbose: 0 })
console.log(history.loss.at(-1))
