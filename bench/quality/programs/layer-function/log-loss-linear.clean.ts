import * as tf from '@tensorflow/tfjs';

/** Will the customer leave within a month? */
export class ChurnModel {
  readonly net: tf.Sequential;

  constructor(features: number) {
    this.net = tf.sequential();
    this.net.add(tf.layers.dense({ inputShape: [features], units: 32, activation: 'relu' }));
    this.net.add(tf.layers.dense({ units: 16, activation: 'relu' }));
    this.net.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
    this.net.compile({
      optimizer: tf.train.adam(0.001),
      loss: tf.losses.logLoss, // expect: clean
      metrics: ['accuracy'],
    });
  }

  async fit(rows: number[][], left: number[]) {
    const x = tf.tensor2d(rows);
    const y = tf.tensor2d(left, [left.length, 1]);
    try {
      return await this.net.fit(x, y, { epochs: 25, validationSplit: 0.2 });
    } finally {
      tf.dispose([x, y]);
    }
  }
}
