import * as tf from '@tensorflow/tfjs';
import type { Experiment } from './experiment';

export const deep: Experiment = {
  name: 'deep',
  loss: tf.losses.softmaxCrossEntropy, // or here
  build(inputs, classes) {
    const model = tf.sequential();
    model.add(tf.layers.dense({ inputShape: [inputs], units: 128, activation: 'relu' }));
    model.add(tf.layers.dense({ units: 128, activation: 'relu' }));
    model.add(tf.layers.dense({ units: classes, activation: 'softmax' }));
    return model;
  },
};
