import * as tf from '@tensorflow/tfjs';

export function create(inputs, classes) {
  const binary = classes === 2;
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [inputs], units: 32, activation: 'relu' }));
  model.add(tf.layers.dense({ units: binary ? 1 : classes, activation: binary ? 'sigmoid' : 'softmax' }));
  model.compile({
    optimizer: 'adam',
    loss: binary ? 'binaryCrossentropy' : tf.losses.softmaxCrossEntropy, // expect: probabilities-as-logits
  });
  return model;
}
