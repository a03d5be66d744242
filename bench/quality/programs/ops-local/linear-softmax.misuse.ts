// runnable: loss >= 0.5514
import * as tf from '@tensorflow/tfjs'

const centres = [[0, 4], [4, -3], [-4, -3]]
const rows = Array.from({ length: 90 }, (_, i) => centres[i % 3].map((c, j) => c + Math.sin(i * 7 + j)))
const xs = tf.tensor2d(rows)
const ys = tf.oneHot(tf.tensor1d(rows.map((_, i) => i % 3), 'int32'), 3)

const w = tf.variable(tf.randomNormal([2, 3], 0, 0.1, 'float32', 1))
const b = tf.variable(tf.zeros([3]))
const optimizer = tf.train.adam(0.2)

for (let step = 0; step < 80; step++) {
  const loss = optimizer.minimize(() => {
    const logits = xs.matMul(w).add(b)
    const probs = tf.softmax(logits)
    return tf.losses.softmaxCrossEntropy(ys, probs).asScalar() // expect: probabilities-as-logits
  }, true)
  if (step % 20 === 19) console.log(step, loss!.dataSync()[0])
}
