import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([9, 4]));

export const cost = (x, ids) => {
  const target = tf.oneHot(ids, 4);
  return tf.losses.softmaxCrossEntropy(target, x.matMul(w), undefined, 1.1); // expect: bad-option
};
