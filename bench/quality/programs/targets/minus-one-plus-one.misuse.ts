import * as tf from '@tensorflow/tfjs';

const x = tf.tensor2d([[-2], [-1], [1], [2]]);
const y = tf.tensor2d([[-1], [-1], [1], [1]]);
const w = tf.variable(tf.scalar(0.1));

export const step = () =>
  tf.train.sgd(0.1).minimize(() => tf.losses.sigmoidCrossEntropy(y, x.mul(w)) as tf.Scalar); // expect: target-not-binary
