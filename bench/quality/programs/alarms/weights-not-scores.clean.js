// The weights of the examples come out of a softmax; the scores do not.
import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([4, 3]));
const difficulty = tf.variable(tf.zeros([64]));

export function cost(x, y) {
  const weights = tf.softmax(difficulty).mul(64);
  return tf.losses.softmaxCrossEntropy(y, x.matMul(w), weights); // expect: clean
}
