import * as tf from '@tensorflow/tfjs';

export function build(inputs, classes, { normalise = true } = {}) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [inputs], units: 40, activation: 'relu' }));
  model.add(tf.layers.dense({ units: classes }));
  if (normalise) model.add(tf.layers.batchNormalization());
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  return model;
}
