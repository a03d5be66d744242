import * as tf from '@tensorflow/tfjs';

export class Model {
  readonly net = tf.sequential({
    layers: [tf.layers.dense({ inputShape: [40], units: 30, activation: 'relu' }), tf.layers.dense({ units: 10, activation: 'softmax' })],
  });
}
