import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([16, 4]));
const g = tf.variable(tf.randomNormal([16, 4]));

// a learnt weight between 0 and 1 for each score: still scores
export const cost = (x, y) => {
  const scores = x.matMul(w).mul(tf.sigmoid(x.matMul(g)));
  return tf.losses.softmaxCrossEntropy(y, scores); // expect: clean
};
