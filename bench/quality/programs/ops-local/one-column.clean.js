import * as tf from '@tensorflow/tfjs';

const hidden = tf.variable(tf.randomNormal([10, 20]));
const out = tf.variable(tf.randomNormal([20, 2]));

export function cost(x, labels) {
  const h = tf.relu(tf.matMul(x, hidden));
  const logits = tf.matMul(h, out);
  const target = tf.oneHot(labels.toInt(), 2);
  return tf.losses.softmaxCrossEntropy(target, logits).asScalar(); // expect: clean
}
