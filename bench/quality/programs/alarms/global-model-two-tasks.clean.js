import * as tf from '@tensorflow/tfjs';

let model;

export function binary(inputs) {
  model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [inputs], units: 1, activation: 'sigmoid' })] });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' }); // expect: clean
}

export function multi(inputs, classes) {
  model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [inputs], units: classes, activation: 'softmax' })] });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }); // expect: clean
}

export const fit = (x, y) => model.fit(x, y);
