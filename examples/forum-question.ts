/**
 * "The prediction is perfect, so why is the loss 0.5514 and not 0?"
 *
 * Because the loss takes logits. Softmax of [1, 0, 0] is [0.58, 0.21, 0.21], and -ln 0.58 = ln(1 + 2/e) = 0.5514.
 */
import * as tf from '@tensorflow/tfjs'
import { diagnose } from 'ce-lint/runtime'

const prediction = tf.tensor2d([[1.0, 0.0, 0.0]])
const target = tf.oneHot([0], 3)

const loss = tf.losses.softmaxCrossEntropy(target, prediction)
console.log(`loss         ${loss.dataSync()[0]?.toFixed(4)}`)
console.log(`ln(1 + 2/e)  ${Math.log(1 + 2 / Math.E).toFixed(4)}`)

const watched = diagnose(tf.losses.softmaxCrossEntropy)
watched(target, prediction)
console.log(watched.summary())
