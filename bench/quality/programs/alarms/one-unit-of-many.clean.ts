// One score for each pair, in groups of five.
import * as tf from '@tensorflow/tfjs';

const score = tf.layers.dense({ units: 1 });

export function rank(pairs: tf.Tensor3D, best: tf.Tensor2D) {
  const scores = (score.apply(pairs) as tf.Tensor3D).squeeze([2]);
  return tf.losses.softmaxCrossEntropy(best, scores); // expect: clean
}
