import * as tf from '@tensorflow/tfjs';

export function build(inputs: number, classes: number, deep: boolean) {
  const model = tf.sequential();
  if (deep) {
    model.add(tf.layers.dense({ inputShape: [inputs], units: 64, activation: 'relu' }));
    model.add(tf.layers.dense({ units: 32, activation: 'relu' }));
    model.add(tf.layers.dense({ units: classes, activation: 'softmax' }));
  } else {
    model.add(tf.layers.dense({ inputShape: [inputs], units: classes, activation: 'softmax' }));
  }
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
  return model;
}
