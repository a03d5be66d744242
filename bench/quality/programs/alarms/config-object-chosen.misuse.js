import * as tf from '@tensorflow/tfjs';

const configs = [
  { name: 'a', activation: 'softmax', loss: 'categoricalCrossentropy' },
  { name: 'b', activation: 'softmax', loss: tf.losses.softmaxCrossEntropy }, // or here
];

export const models = configs.map(({ name, activation, loss }) => {
  const model = tf.sequential({ name, layers: [tf.layers.dense({ inputShape: [4], units: 3, activation })] });
  model.compile({ optimizer: 'adam', loss }); // expect: probabilities-as-logits likely
  return model;
});
