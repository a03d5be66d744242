import * as tf from '@tensorflow/tfjs';

export class Policy {
  constructor(hiddenSizes = [16]) {
    this.net = tf.sequential();
    hiddenSizes.forEach((units, i) => {
      this.net.add(tf.layers.dense({ units, activation: 'elu', inputShape: i === 0 ? [4] : undefined }));
    });
    this.net.add(tf.layers.dense({ units: 2 }));
  }

  scores(states) {
    return this.net.apply(states);
  }

  sample(state) {
    return tf.tidy(() => {
      const scores = this.scores(tf.tensor2d([state]));
      return tf.multinomial(scores, 1).dataSync()[0];
    });
  }
}
