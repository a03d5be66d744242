import * as tf from '@tensorflow/tfjs';

export class Net {
  static #UNITS = 3;
  #model = this.#build();

  #build() {
    const model = tf.sequential();
    model.add(tf.layers.dense({ inputShape: [4], units: Net.#UNITS, activation: 'linear' }));
    return model;
  }

  compile = () => {
    this.#model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  };
}
