import * as tf from '@tensorflow/tfjs';

const yes = tf.layers.dense({ units: 1 });
const no = tf.layers.dense({ units: 1 });

export function cost(x, y) {
  const scores = tf.concat([yes.apply(x), no.apply(x)], 1);
  return tf.losses.softmaxCrossEntropy(y, scores); // expect: clean
}
