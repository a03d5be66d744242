import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([64, 5]));

// `predMask` holds the labels that an older model gave, as one-hot rows
export function pseudoLabels(x: tf.Tensor2D) {
  const predMask = tf.oneHot(tf.argMax(x.matMul(w), 1) as tf.Tensor1D, 5);
  return tf.losses.softmaxCrossEntropy(predMask, x.matMul(w)); // expect: clean
}
