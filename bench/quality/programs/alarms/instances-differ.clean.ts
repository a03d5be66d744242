import * as tf from '@tensorflow/tfjs';

type Loss = string | typeof tf.losses.softmaxCrossEntropy;

class Classifier {
  private readonly model: tf.Sequential;

  constructor(activation: 'softmax' | 'linear', private readonly loss: Loss) {
    this.model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation })] });
  }

  compile() {
    this.model.compile({ optimizer: 'adam', loss: this.loss }); // expect: clean
  }
}

new Classifier('softmax', 'categoricalCrossentropy').compile();
new Classifier('linear', tf.losses.softmaxCrossEntropy).compile(); // or here
