import * as tf from '@tensorflow/tfjs';
import { LAYERS } from './constants.js';

export function network(inputs) {
  const model = tf.sequential();
  LAYERS.forEach((layer, i) => {
    if (i === 0) model.add(tf.layers.dense({ inputShape: [inputs], ...layer }));
    else model.add(tf.layers.dense(layer));
  });
  return model;
}
