// runnable: loss >= 0.5
import * as tf from '@tensorflow/tfjs'

const x = tf.tensor2d([[3, 0], [2, -1], [-3, 1], [-2, 0], [0, 4], [1, 5]])
const y = tf.oneHot(tf.tensor1d([0, 0, 1, 1, 2, 2], 'int32'), 3)
const w = tf.variable(tf.randomNormal([2, 3], 0, 0.1, 'float32', 8))
const optimizer = tf.train.adam(0.2)

for (let i = 0; i < 120; i++) {
  const cost = optimizer.minimize(() => {
    const p = tf.softmax(x.matMul(w))
    const q = tf.softmax(p) // or here
    return tf.metrics.categoricalCrossentropy(y, q).mean() // expect: double-activation
  }, true)
  if (i % 40 === 39) console.log(i, cost!.dataSync()[0])
}
