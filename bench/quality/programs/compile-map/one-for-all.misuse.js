import * as tf from '@tensorflow/tfjs';

export function twoHeads(n) {
  const input = tf.input({ shape: [n] });
  const h = tf.layers.dense({ units: 32, activation: 'relu' }).apply(input);
  const colour = tf.layers.dense({ units: 5, activation: 'softmax', name: 'colour' }).apply(h);
  const size = tf.layers.dense({ units: 3, activation: 'sigmoid', name: 'size' }).apply(h);
  const model = tf.model({ inputs: input, outputs: [colour, size] });
  model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }); // expect: probabilities-as-distribution
  return model;
}
