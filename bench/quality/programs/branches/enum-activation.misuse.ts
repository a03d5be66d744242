import * as tf from '@tensorflow/tfjs';

enum Activation {
  Relu = 'relu',
  Softmax = 'softmax',
  Linear = 'linear',
}

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [6], units: 12, activation: Activation.Relu }));
model.add(tf.layers.dense({ units: 3, activation: Activation.Softmax }));
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export default model;
