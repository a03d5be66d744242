import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([9, 9]));

// moves that are not allowed get a score of minus a billion
export function cost(boards, legal, chosen) {
  const raw = tf.matMul(boards, w);
  const scores = tf.where(legal, raw, tf.fill(raw.shape, -1e9));
  return tf.losses.softmaxCrossEntropy(chosen, scores); // expect: clean
}
