import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([8, 2]));

export function auc(x: tf.Tensor2D, y: tf.Tensor1D) {
  const p = tf.softmax(x.matMul(w)) as tf.Tensor2D;
  const positive = p.slice([0, 1], [-1, 1]).squeeze([1]);
  return tf.losses.logLoss(y, positive); // expect: clean
}
