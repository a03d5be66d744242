const tf = require('@tensorflow/tfjs');

class Perceptron {
  constructor(inputs, outputs) {
    this.weights = tf.variable(tf.randomNormal([inputs, outputs]));
    this.bias = tf.variable(tf.zeros([outputs]));
  }

  forward(x) {
    const logits = x.dot(this.weights).add(this.bias);
    return { logits, probs: logits.sigmoid() };
  }

  fit(x, y, epochs = 100) {
    const optimizer = tf.train.adam(0.01);
    for (let e = 0; e < epochs; e++) {
      optimizer.minimize(() => {
        const { probs } = this.forward(x);
        return tf.losses.sigmoidCrossEntropy(y, probs); // expect: probabilities-as-logits
      });
    }
  }

  classify(x) {
    return this.forward(x).probs.greater(0.5).arraySync();
  }
}

module.exports = Perceptron;
