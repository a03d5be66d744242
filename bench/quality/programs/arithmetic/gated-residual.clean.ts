import * as tf from '@tensorflow/tfjs';

const wGate = tf.variable(tf.randomNormal([16, 16]));
const wOut = tf.variable(tf.randomNormal([16, 4]));

export function cost(x: tf.Tensor2D, y: tf.Tensor2D) {
  const gate = tf.sigmoid(x.matMul(wGate));
  const mixed = x.mul(gate).add(x.mul(tf.sub(1, gate)));
  return tf.losses.softmaxCrossEntropy(y, mixed.matMul(wOut)); // expect: clean
}
