import * as tf from '@tensorflow/tfjs';

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [7], units: 3, activation: 'softmax' })] });

function combined(y: tf.Tensor, p: tf.Tensor) {
  const ce = tf.metrics.categoricalCrossentropy(y, p).mean(); // expect: clean
  const mse = tf.losses.meanSquaredError(y, p);
  return ce.mul(0.7).add(mse.mul(0.3));
}

model.compile({ optimizer: 'adam', loss: combined });
export default model;
