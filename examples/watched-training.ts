/**
 * The same fault in a hand-written training loop, seen while it runs: `diagnose` wraps the loss, changes nothing about
 * it, warns once, and says at the end what it looked at.
 */
import * as tf from '@tensorflow/tfjs'
import { diagnose } from 'ce-lint/runtime'
import { blobs, classes, features } from './blobs.js'

const softmaxCrossEntropy = diagnose(tf.losses.softmaxCrossEntropy)

const { x, y } = blobs()
const weights = tf.variable(tf.randomNormal([features, classes], 0, 0.1, 'float32', 6))
const optimizer = tf.train.adam(0.1)
for (let step = 0; step < 100; step++) {
  optimizer.minimize(() => softmaxCrossEntropy(y, tf.softmax(x.matMul(weights))).asScalar())
}

console.log(softmaxCrossEntropy.summary())
