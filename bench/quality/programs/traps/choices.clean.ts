// One score for each of four answers, which `reshape` puts side by side.
import * as tf from '@tensorflow/tfjs';

const scorer = tf.sequential({ layers: [tf.layers.dense({ inputShape: [300], units: 1 })] });

export function loss(pairs: tf.Tensor2D, right: tf.Tensor1D) {
  const scores = scorer.apply(pairs) as tf.Tensor2D;
  const byQuestion = scores.reshape([-1, 4]);
  return tf.losses.softmaxCrossEntropy(tf.oneHot(right, 4), byQuestion); // expect: clean
}
