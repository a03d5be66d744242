// runnable: loss < 0.1
import * as tf from '@tensorflow/tfjs'

const x = tf.tensor2d([[-3], [-2], [-1], [1], [2], [3]])
const y = tf.tensor2d([[0], [0], [0], [1], [1], [1]])
const w = tf.variable(tf.tensor2d([[0.5]]))
const adam = tf.train.adam(0.3)

function step(): number {
  return adam.minimize(() => {
    const score = tf.matMul(x, w)
    const p = score.sigmoid()
    return tf.losses.logLoss(y, p) // expect: clean
  }, true)!.dataSync()[0]
}

let last = 0
for (let i = 0; i < 60; i++) last = step()
console.log(last)
