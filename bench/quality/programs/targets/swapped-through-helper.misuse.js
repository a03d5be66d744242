import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([5, 4]));
// as PyTorch has it
const criterion = (prediction, target) => tf.losses.softmaxCrossEntropy(prediction, target); // expect: swapped-arguments

export function step(x, classes) {
  const prediction = x.matMul(w);
  return criterion(prediction, tf.oneHot(classes, 4));
}
