import * as tf from '@tensorflow/tfjs';

function evaluateLoss({ labels, output, scale = 1 }) {
  return tf.losses.softmaxCrossEntropy(labels, output).mul(scale); // expect: clean
}

const dense = tf.layers.dense({ units: 3, activation: 'linear' });

export const step = (x, y) => {
  const labels = tf.oneHot(y, 3);
  return evaluateLoss({ labels, output: dense.apply(x), scale: 0.5 });
};
