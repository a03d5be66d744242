import * as tf from '@tensorflow/tfjs';

type Loss = 'categoricalCrossentropy' | typeof tf.losses.softmaxCrossEntropy;

export function build(loss: Loss, classes: number) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [9], units: 20, activation: 'relu' }));
  // the function applies softmax itself, the string does not
  const activation = loss === 'categoricalCrossentropy' ? 'softmax' : 'linear';
  model.add(tf.layers.dense({ units: classes, activation }));
  model.compile({ optimizer: 'adam', loss }); // expect: clean
  return model;
}

export const strings = build('categoricalCrossentropy', 3);
export const functions = build(tf.losses.softmaxCrossEntropy, 3);
