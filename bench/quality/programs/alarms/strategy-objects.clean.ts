import * as tf from '@tensorflow/tfjs';

interface Strategy {
  output(z: tf.Tensor): tf.Tensor;
  loss(y: tf.Tensor, out: tf.Tensor): tf.Tensor;
}

const raw: Strategy = {
  output: (z) => z,
  loss: (y, out) => tf.losses.softmaxCrossEntropy(y, out), // or here
};

const normalised: Strategy = {
  output: (z) => tf.softmax(z),
  loss: (y, out) => tf.metrics.categoricalCrossentropy(y, out).mean(), // or here
};

const w = tf.variable(tf.randomNormal([4, 3]));

function step(strategy: Strategy, x: tf.Tensor, y: tf.Tensor) {
  return strategy.loss(y, strategy.output(x.matMul(w))); // expect: clean
}

export const both = (x: tf.Tensor, y: tf.Tensor) => [step(raw, x, y), step(normalised, x, y)];
