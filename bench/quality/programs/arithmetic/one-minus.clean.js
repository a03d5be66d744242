import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([5, 1]));

// probability of failure from that of success
export const cost = (x, failed) => {
  const success = x.matMul(w);
  const failure = success.neg();
  return tf.losses.sigmoidCrossEntropy(failed, failure); // expect: clean
};
