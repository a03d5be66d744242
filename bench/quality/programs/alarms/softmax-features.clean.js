import * as tf from '@tensorflow/tfjs';

const classify = tf.sequential({ layers: [tf.layers.dense({ inputShape: [10], units: 4, activation: 'softmax' })] });
const refine = tf.sequential({ layers: [tf.layers.dense({ inputShape: [14], units: 4 })] });

export function cost(x, y) {
  const guess = classify.predict(x);
  const scores = refine.apply(tf.concat([x, guess], 1));
  return tf.losses.softmaxCrossEntropy(y, scores); // expect: clean
}
