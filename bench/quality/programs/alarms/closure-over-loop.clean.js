import * as tf from '@tensorflow/tfjs';

const activations = ['relu', 'softmax', 'linear'];
let layer;
for (const activation of activations) {
  if (activation === 'softmax') continue;
  layer = tf.layers.dense({ units: 3, activation });
}

export const cost = (x, y) => tf.losses.softmaxCrossEntropy(y, layer.apply(x)); // expect: clean
