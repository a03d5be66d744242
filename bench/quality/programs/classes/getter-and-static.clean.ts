import * as tf from '@tensorflow/tfjs';

export class Settings {
  static readonly OUTPUT = 'linear';
  static readonly CLASSES = 6;
}

export class Recogniser {
  #model?: tf.Sequential;

  get model(): tf.Sequential {
    if (!this.#model) {
      this.#model = tf.sequential();
      this.#model.add(tf.layers.flatten({ inputShape: [16, 16] }));
      this.#model.add(tf.layers.dense({ units: Settings.CLASSES, activation: Settings.OUTPUT }));
    }
    return this.#model;
  }

  start() {
    this.model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  }
}

new Recogniser().start();
