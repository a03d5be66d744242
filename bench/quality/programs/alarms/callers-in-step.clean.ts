import * as tf from '@tensorflow/tfjs';

function train(activation: 'softmax' | 'linear', loss: string | typeof tf.losses.softmaxCrossEntropy) {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation })] });
  model.compile({ optimizer: 'adam', loss }); // expect: clean
  return model;
}

export const a = train('softmax', 'categoricalCrossentropy');
export const b = train('linear', tf.losses.softmaxCrossEntropy); // or here
