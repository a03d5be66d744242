import * as tf from '@tensorflow/tfjs';

function cost(labels: tf.Tensor, output: tf.Tensor): tf.Scalar {
  return tf.losses.softmaxCrossEntropy(labels, output).asScalar(); // expect: probabilities-as-logits likely
}

const w = tf.variable(tf.randomNormal([4, 3]));

export function trainStep(x: tf.Tensor, y: tf.Tensor) {
  return tf.train.sgd(0.1).minimize(() => cost(y, tf.matMul(x, w)));
}

export function validate(x: tf.Tensor, y: tf.Tensor) {
  const out = tf.softmax(tf.matMul(x, w));
  return cost(y, out).dataSync()[0];
}
