import * as tf from '@tensorflow/tfjs';

class Settings {
  constructor() {
    this.activation = 'softmax';
  }

  raw() {
    this.activation = 'linear';
    return this;
  }
}

const settings = new Settings().raw();
const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: settings.activation })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export { model };
