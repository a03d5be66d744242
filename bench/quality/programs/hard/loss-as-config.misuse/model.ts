import * as tf from '@tensorflow/tfjs';
import config from './config.json';

export function createModel(): tf.Sequential {
  const model = tf.sequential();
  config.hidden.forEach((units, i) => model.add(tf.layers.dense({ units, activation: 'relu', inputShape: i ? undefined : [config.inputs] })));
  model.add(tf.layers.dense({ units: config.classes, activation: config.outputActivation as 'linear' }));
  return model;
}
