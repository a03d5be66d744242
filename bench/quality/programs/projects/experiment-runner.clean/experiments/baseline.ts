import * as tf from '@tensorflow/tfjs';
import type { Experiment } from './experiment';

export const baseline: Experiment = {
  name: 'baseline',
  loss: tf.losses.softmaxCrossEntropy, // or here
  build: (inputs, classes) => tf.sequential({ layers: [tf.layers.dense({ inputShape: [inputs], units: classes })] }),
};
