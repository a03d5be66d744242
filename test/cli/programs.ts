/** Small programs that the command line's tests lint. */
export const double = `import * as tf from '@tensorflow/tfjs'
import { head } from './model.js'

export function step(x: tf.Tensor2D, labels: tf.Tensor2D) {
  const probs = head(x)
  return tf.losses.softmaxCrossEntropy(labels, probs)
}
`

export const model = `import * as tf from '@tensorflow/tfjs'

const net = tf.sequential({ layers: [tf.layers.dense({ units: 10, inputShape: [4] })] })

export const head = (x: tf.Tensor2D) => tf.softmax(net.predict(x) as tf.Tensor2D)
`

export const right = `import * as tf from '@tensorflow/tfjs'

const net = tf.sequential({ layers: [tf.layers.dense({ units: 10, inputShape: [4] })] })

export const loss = (x: tf.Tensor2D, y: tf.Tensor1D) => tf.losses.softmaxCrossEntropy(tf.oneHot(y, 10), net.predict(x) as tf.Tensor2D)
`

export const opaque = `import * as tf from '@tensorflow/tfjs'
import { load } from 'elsewhere'

export const loss = (y: tf.Tensor2D) => tf.losses.softmaxCrossEntropy(y, load())
`

/** A warning: scores that cannot be negative. */
export const bounded = `import * as tf from '@tensorflow/tfjs'

const net = tf.sequential({ layers: [tf.layers.dense({ units: 10, inputShape: [4], activation: 'relu' })] })

export const loss = (y: tf.Tensor2D, x: tf.Tensor2D) => tf.losses.softmaxCrossEntropy(y, net.predict(x) as tf.Tensor2D)
`

export const broken = `import * as tf from '@tensorflow/tfjs'
tf.losses.softmaxCrossEntropy(y, tf.softmax(
const = 1
`
