import * as tf from '@tensorflow/tfjs';

const members = [1, 2, 3].map((seed) => tf.variable(tf.randomNormal([6, 3], 0, 1, 'float32', seed)));

// the mean of probabilities is a probability again, the mean of scores is not
export function loss(x: tf.Tensor2D, y: tf.Tensor2D) {
  const outputs = members.map((w) => x.matMul(w));
  const mean = tf.stack(outputs).mean(0);
  return tf.losses.softmaxCrossEntropy(y, mean); // expect: clean
}
