import * as tf from '@tensorflow/tfjs';

export class Agent {
  constructor() {
    this.memory = [];
    this.net = tf.sequential({
      layers: [tf.layers.dense({ inputShape: [4], units: 32, activation: 'relu' }), tf.layers.dense({ units: 3, activation: 'softmax' })],
    });
    this.optimizer = tf.train.adam(0.01);
  }

  remember(state, action) {
    this.memory.push({ state, action });
  }

  replay() {
    const states = tf.tensor2d(this.memory.map((m) => m.state));
    const actions = tf.oneHot(this.memory.map((m) => m.action), 3);
    this.result = { out: null };
    this.optimizer.minimize(() => {
      this.result.out = this.net.predict(states);
      return tf.losses.softmaxCrossEntropy(actions, this.result.out); // expect: probabilities-as-logits
    });
    this.memory = [];
  }
}
