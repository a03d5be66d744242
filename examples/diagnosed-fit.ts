/**
 * A layers model that ends in log-softmax under 'categoricalCrossentropy': the loss falls and the accuracy goes to 0. `inspectModel`
 * sees it before a single step, `diagnoseTraining` while `fit` runs, and says at the end what it looked at. The library's types leave
 * the activation out, the library takes it.
 */
import * as tf from '@tensorflow/tfjs'
import { diagnoseTraining, inspectModel } from 'ce-lint/runtime'
import { blobs, classes, features } from './blobs.js'

const model = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [features], units: 32, activation: 'relu', kernelInitializer: tf.initializers.heNormal({ seed: 4 }) }),
    tf.layers.dense({
      units: classes,
      activation: 'logSoftmax' as 'softmax',
      kernelInitializer: tf.initializers.glorotUniform({ seed: 5 }),
      name: 'scores',
    }),
  ],
})
model.compile({ optimizer: tf.train.adam(0.02), loss: 'categoricalCrossentropy', metrics: ['accuracy'] })

const { x, y } = blobs()
const [finding] = inspectModel(model, { target: y }).findings
console.log(`before training: ${finding?.rule}`)

const { history } = await model.fit(x, y, { epochs: 10, batchSize: 100, shuffle: false, verbose: 0, callbacks: diagnoseTraining() })
console.log(`loss ${Number(history.loss?.at(-1)).toFixed(4)}  accuracy ${Number(history.acc?.at(-1)).toFixed(3)}`)
