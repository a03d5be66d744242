/** The program of double-softmax.ts without the activation of the last layer: the loss goes to zero. */
import * as tf from '@tensorflow/tfjs'
import { blobs, classes, features } from './blobs.js'

const model = tf.sequential()
model.add(tf.layers.dense({ inputShape: [features], units: classes, kernelInitializer: tf.initializers.glorotUniform({ seed: 3 }) }))
model.compile({ optimizer: tf.train.adam(0.03), loss: tf.losses.softmaxCrossEntropy, metrics: ['accuracy'] })

const { x, y } = blobs()
let epoch = 0
for (const epochs of [1, 4, 15, 30]) {
  epoch += epochs
  const { history } = await model.fit(x, y, { epochs, batchSize: 100, shuffle: false, verbose: 0 })
  console.log(
    `epoch ${String(epoch).padStart(2)}  loss ${Number(history.loss?.at(-1)).toFixed(4)}  accuracy ${Number(history.acc?.at(-1)).toFixed(3)}`,
  )
}
