import * as tf from '@tensorflow/tfjs';

const registry = {};

export function register(name, model) {
  registry[name] = model;
  return registry;
}

register('a', tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: 'linear' })] }));

for (const model of Object.values(registry)) {
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: unknown
}
