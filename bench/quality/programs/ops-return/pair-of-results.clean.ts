import * as tf from '@tensorflow/tfjs'

const w = tf.variable(tf.randomNormal([8, 3]))

function infer(x: tf.Tensor2D): [tf.Tensor2D, tf.Tensor2D] {
  const logits = tf.matMul(x, w) as tf.Tensor2D
  const probs = tf.softmax(logits)
  return [logits, probs]
}

export function train(x: tf.Tensor2D, y: tf.Tensor2D, steps: number) {
  const sgd = tf.train.sgd(0.1)
  for (let i = 0; i < steps; i++) {
    sgd.minimize(() => {
      const [output] = infer(x)
      return tf.losses.softmaxCrossEntropy(y, output).asScalar() // expect: clean
    })
  }
  const [, probs] = infer(x)
  return probs.max(1)
}
