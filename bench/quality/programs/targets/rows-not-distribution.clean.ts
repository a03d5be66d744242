import * as tf from '@tensorflow/tfjs';

const colours = tf.tensor2d([[255, 0, 0], [0, 128, 0], [250, 240, 230]]).div(255);
const labels = tf.tensor2d([[1, 0, 0], [0, 1, 0], [0, 0, 1]]);

const w = tf.variable(tf.randomNormal([3, 3]));

export function loss() {
  const scores = colours.matMul(w);
  return tf.losses.softmaxCrossEntropy(labels, scores); // expect: clean
}
