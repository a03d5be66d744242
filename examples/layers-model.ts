/** The right pairing of the layers API: a softmax layer and the loss named 'categoricalCrossentropy', which takes a distribution. */
import * as tf from '@tensorflow/tfjs'
import { blobs, classes, features } from './blobs.js'

const model = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [features], units: 32, activation: 'relu', kernelInitializer: tf.initializers.heNormal({ seed: 4 }) }),
    tf.layers.dense({ units: classes, activation: 'softmax', kernelInitializer: tf.initializers.glorotUniform({ seed: 5 }) }),
  ],
})
model.compile({ optimizer: tf.train.adam(0.02), loss: 'categoricalCrossentropy', metrics: ['accuracy'] })

const { x, y } = blobs()
const { history } = await model.fit(x, y, { epochs: 10, batchSize: 100, shuffle: false, verbose: 0 })
console.log(`loss ${Number(history.loss?.at(-1)).toFixed(4)}  accuracy ${Number(history.acc?.at(-1)).toFixed(3)}`)
