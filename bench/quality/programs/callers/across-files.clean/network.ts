import * as tf from '@tensorflow/tfjs';

const w1 = tf.variable(tf.randomNormal([6, 20]));
const w2 = tf.variable(tf.randomNormal([20, 3]));

export function network(x: tf.Tensor2D): tf.Tensor2D {
  const hidden = tf.relu(tf.matMul(x, w1));
  return tf.matMul(hidden, w2) as tf.Tensor2D;
}
