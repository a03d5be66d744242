const tf = require('@tensorflow/tfjs-node');

class Brain {
  static create(inputs, hidden, outputs) {
    const model = tf.sequential();
    model.add(tf.layers.dense({ units: hidden, inputShape: [inputs], activation: 'sigmoid' }));
    model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }));
    return new Brain(model);
  }

  constructor(model) {
    this.model = model;
  }

  prepare() {
    this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
    return this;
  }
}

module.exports = Brain.create(5, 8, 4).prepare();
