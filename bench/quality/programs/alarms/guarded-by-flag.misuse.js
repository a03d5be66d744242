import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([5, 3]));

function forward(x, { logits = false } = {}) {
  const z = tf.matMul(x, w);
  if (logits) return z;
  return tf.softmax(z);
}

export const predict = (x) => forward(x).argMax(1);
export const cost = (x, y) => tf.losses.softmaxCrossEntropy(y, forward(x, { logits: false })); // expect: probabilities-as-logits
