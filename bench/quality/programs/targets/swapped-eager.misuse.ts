// runnable: loss < 0
import * as tf from '@tensorflow/tfjs'

const centres = [[3, 0], [-2, 3], [-2, -3]]
const x = tf.tensor2d(Array.from({ length: 60 }, (_, i) => centres[i % 3].map((c, j) => c + 0.5 * Math.cos(i * (j + 2)))))
const labels = tf.oneHot(tf.tensor1d(Array.from({ length: 60 }, (_, i) => i % 3), 'int32'), 3).toFloat()
const w = tf.variable(tf.randomNormal([2, 3], 0, 0.1, 'float32', 2))
const optimizer = tf.train.adam(0.1)

let value = Number.NaN
for (let i = 0; i < 100; i++) {
  const cost = optimizer.minimize(() => {
    const logits = tf.matMul(x, w)
    return tf.losses.softmaxCrossEntropy(logits, labels) // expect: swapped-arguments
  }, true)
  value = cost!.dataSync()[0]
}
console.log(value)
