import * as tf from '@tensorflow/tfjs';

function create({ activation, loss, units = 3 }) {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units, activation })] });
  model.compile({ optimizer: 'adam', loss }); // expect: probabilities-as-logits likely
  return model;
}

export const a = create({ activation: 'softmax', loss: 'categoricalCrossentropy' });
export const b = create({ activation: 'softmax', loss: tf.losses.softmaxCrossEntropy }); // or here
export const c = create({ activation: 'sigmoid', loss: 'binaryCrossentropy' });
