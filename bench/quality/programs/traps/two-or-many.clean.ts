import * as tf from '@tensorflow/tfjs';

export function build(inputs: number, n: number) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [inputs], units: 50, activation: 'relu' }));
  model.add(tf.layers.dense({ units: n, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: n === 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy' }); // expect: clean
  return model;
}
