import * as tf from '@tensorflow/tfjs';

export default class {
  layers = [
    tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, activation: 'relu' }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 10, activation: 'linear' }),
  ];

  create() {
    return tf.sequential({ layers: this.layers });
  }
}
