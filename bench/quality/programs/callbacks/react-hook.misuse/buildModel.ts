import * as tf from '@tensorflow/tfjs';

export const buildModel = (classes: number) => {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [32], units: 16, activation: 'relu' }));
  model.add(tf.layers.dense({ units: classes, activation: 'softmax' }));
  return model;
};
