import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([8, 4]));

/** Mixup: rows of targets are convex mixtures of one-hot rows. */
export function mixup(x: tf.Tensor2D, labels: tf.Tensor1D) {
  const y = tf.oneHot(labels, 4);
  const lambda = Math.random();
  const order = tf.util.createShuffledIndices(x.shape[0]);
  const other = tf.tensor1d(Array.from(order), 'int32');
  const mixedX = x.mul(lambda).add(x.gather(other).mul(1 - lambda));
  const mixedY = y.mul(lambda).add(y.gather(other).mul(1 - lambda));
  return tf.losses.softmaxCrossEntropy(mixedY, mixedX.matMul(w)); // expect: clean
}
