import * as tf from '@tensorflow/tfjs';

export class Playground {
  private model = tf.sequential();

  classify(classes: number) {
    this.model = tf.sequential();
    this.model.add(tf.layers.dense({ inputShape: [2], units: classes, activation: 'softmax' }));
    this.model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }); // expect: clean
  }

  detect() {
    this.model = tf.sequential();
    this.model.add(tf.layers.dense({ inputShape: [2], units: 1 }));
    this.model.compile({ optimizer: 'adam', loss: tf.losses.sigmoidCrossEntropy }); // expect: clean
  }
}
