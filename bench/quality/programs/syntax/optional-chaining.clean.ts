import * as tf from '@tensorflow/tfjs';

class Session {
  model?: tf.Sequential;

  open() {
    this.model ??= tf.sequential();
    this.model!.add(tf.layers.dense({ inputShape: [4], units: 2, activation: 'linear' }));
  }

  compile() {
    this.model?.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  }
}

const session = new Session();
session.open();
session.compile();
