import * as tf from '@tensorflow/tfjs';

class Defaults {
  static activation: 'softmax' | 'linear' = 'softmax';
}

Defaults.activation = 'linear';

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: Defaults.activation })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
