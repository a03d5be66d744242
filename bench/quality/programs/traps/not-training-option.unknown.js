import * as tf from '@tensorflow/tfjs';

const kernel = tf.variable(tf.randomNormal([64, 10]));

export function forward(x, { training }) {
  const z = x.matMul(kernel);
  return training ? z : z.softmax();
}

// who calls it, and how, is not here
export const loss = (x, y, options) => tf.losses.softmaxCrossEntropy(y, forward(x, options)); // expect: unknown
