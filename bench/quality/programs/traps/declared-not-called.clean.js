import * as tf from '@tensorflow/tfjs';

export class Net {
  constructor() {
    this.dense1 = tf.layers.dense({ units: 30, activation: 'relu' });
    this.dense2 = tf.layers.dense({ units: 6 });
    this.softmax = tf.layers.softmax();
  }

  forward(x) {
    const h = this.dense1.apply(x);
    return this.dense2.apply(h);
  }

  loss(x, y) {
    return tf.losses.softmaxCrossEntropy(y, this.forward(x)); // expect: clean
  }
}
