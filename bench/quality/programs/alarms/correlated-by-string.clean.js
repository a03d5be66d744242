import * as tf from '@tensorflow/tfjs';

export function build(type) {
  const model = tf.sequential();
  if (type === 'softmax') model.add(tf.layers.dense({ inputShape: [4], units: 3, activation: 'softmax' }));
  else model.add(tf.layers.dense({ inputShape: [4], units: 3 }));

  let loss = tf.losses.softmaxCrossEntropy; // or here
  if (type === 'softmax') loss = 'categoricalCrossentropy';
  model.compile({ optimizer: 'adam', loss }); // expect: clean
  return model;
}
