import * as tf from '@tensorflow/tfjs';

class Policy {
  private net = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [4], units: 24, activation: 'relu' }),
      tf.layers.dense({ units: 2 }),
    ],
  });
  private optimizer = tf.train.adam(0.01);

  act(state: number[]): number {
    return tf.tidy(() => (this.net.predict(tf.tensor2d([state])) as tf.Tensor).argMax(1).dataSync()[0]);
  }

  learn(states: number[][], actions: number[], rewards: number[]) {
    this.optimizer.minimize(() => {
      const probs = this.net.apply(tf.tensor2d(states)) as tf.Tensor2D;
      const mask = tf.oneHot(tf.tensor1d(actions, 'int32'), 2);
      const picked = probs.mul(mask).sum(1);
      return picked.log().mul(tf.tensor1d(rewards)).mean().neg() as tf.Scalar; // expect: logits-as-probabilities
    });
  }
}

export const policy = new Policy();
