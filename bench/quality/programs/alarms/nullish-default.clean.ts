import * as tf from '@tensorflow/tfjs';

interface Options {
  activation?: 'softmax' | 'linear';
}

function head({ activation }: Options = {}) {
  return tf.layers.dense({ units: 6, activation: activation ?? 'softmax' });
}

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [4], units: 4 }));
model.add(head({ activation: 'linear' }));
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
