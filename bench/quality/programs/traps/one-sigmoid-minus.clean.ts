// runnable: loss < 0.5031
import * as tf from '@tensorflow/tfjs'

const model = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [2], units: 4, activation: 'sigmoid', kernelInitializer: tf.initializers.glorotNormal({ seed: 5 }) }),
    tf.layers.dense({ units: 1, kernelInitializer: tf.initializers.glorotNormal({ seed: 6 }) }),
  ],
})
model.compile({ optimizer: tf.train.adam(0.1), loss: tf.losses.sigmoidCrossEntropy }) // expect: clean

const x = tf.tensor2d([[0, 0], [0.2, 0.1], [0.8, 1], [1, 1]])
const y = tf.tensor2d([[0], [0], [1], [1]])
const { history } = await model.fit(x, y, { epochs: 150, verbose: 0 })
console.log(history.loss.at(-1))
