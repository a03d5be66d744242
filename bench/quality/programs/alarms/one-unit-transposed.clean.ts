import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([12, 1]));

/** Which of the candidates, one a row, was chosen? */
export function chosen(candidates: tf.Tensor2D, index: number) {
  const scores = candidates.matMul(w).transpose();
  return tf.losses.softmaxCrossEntropy(tf.oneHot([index], candidates.shape[0]), scores); // expect: clean
}
