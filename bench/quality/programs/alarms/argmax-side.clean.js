import * as tf from '@tensorflow/tfjs';

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [7], units: 3 })] });

export function selfTrain(x) {
  // the model's own answers become the labels
  const labels = tf.oneHot(model.predict(x).argMax(1), 3);
  return tf.losses.softmaxCrossEntropy(labels, model.apply(x)); // expect: clean
}
