import * as tf from '@tensorflow/tfjs';

const hidden = tf.variable(tf.randomNormal([10, 20]));
const out = tf.variable(tf.randomNormal([20, 1]));

export function cost(x, labels) {
  const h = tf.relu(tf.matMul(x, hidden));
  const logits = tf.matMul(h, out);
  const target = labels.reshape([-1, 1]);
  return tf.losses.softmaxCrossEntropy(target, logits).asScalar(); // expect: single-class-softmax
}
