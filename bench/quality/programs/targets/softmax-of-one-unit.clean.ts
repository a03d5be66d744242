// runnable: loss < 0.3
import * as tf from '@tensorflow/tfjs'

const x = tf.tensor2d([[-2], [-1], [1], [2]])
const y = tf.tensor2d([[0], [0], [1], [1]])
const model = tf.sequential()
model.add(tf.layers.dense({ inputShape: [1], units: 1, activation: 'sigmoid', kernelInitializer: tf.initializers.ones() }))
model.compile({ optimizer: tf.train.sgd(1), loss: 'binaryCrossentropy' }) // expect: clean
const { history } = await model.fit(x, y, { epochs: 40, verbose: 0 })
console.log(history.loss.at(-1))
