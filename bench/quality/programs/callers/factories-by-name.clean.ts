import * as tf from '@tensorflow/tfjs';

const heads: Record<string, (units: number) => tf.layers.Layer> = {
  binary: () => tf.layers.dense({ units: 1, activation: 'sigmoid' }),
  multi: (units) => tf.layers.dense({ units, activation: 'softmax' }),
  raw: (units) => tf.layers.dense({ units }),
};

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [10], units: 10, activation: 'relu' }));
model.add(heads.raw(4));
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
