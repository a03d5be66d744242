import * as tf from '@tensorflow/tfjs';

class Network {
  constructor(sizes, outActivation = (x) => x) {
    this.weights = sizes.slice(1).map((n, i) => tf.variable(tf.randomNormal([sizes[i], n])));
    this.outActivation = outActivation;
  }

  predict(x) {
    return tf.tidy(() => {
      let h = x;
      this.weights.forEach((w, i) => {
        h = tf.matMul(h, w);
        if (i < this.weights.length - 1) h = tf.relu(h);
      });
      return this.outActivation(h);
    });
  }
}

const network = new Network([10, 20, 4], tf.softmax);

export function train(x, y) {
  const optimizer = tf.train.adam();
  optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, network.predict(x))); // expect: probabilities-as-logits
}
