import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([10, 5]));

export const cost = (x: tf.Tensor2D, y: tf.Tensor2D, temperature = 2) =>
  tf.losses.softmaxCrossEntropy(y, tf.softmax(x.matMul(w).div(temperature))); // expect: probabilities-as-logits
