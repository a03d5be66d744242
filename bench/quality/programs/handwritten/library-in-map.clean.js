import * as tf from '@tensorflow/tfjs';

const LOSSES = {
  mse: tf.losses.meanSquaredError,
  softmax: tf.losses.softmaxCrossEntropy,
  crossEntropy: (y, p) => tf.metrics.categoricalCrossentropy(y, p), // or here
};

export function createModel({ inputs, outputs }) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 64, inputShape: [inputs], activation: 'relu' }));
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: LOSSES['crossEntropy'] }); // expect: clean
  return model;
}
