import * as tf from '@tensorflow/tfjs';

const scores = tf.layers.dense({ units: 3 });

export function cost(x: tf.Tensor, y: tf.Tensor) {
  const hidden = tf.relu(x);
  const out = scores.apply(tf.tanh(hidden)) as tf.Tensor;
  return tf.losses.softmaxCrossEntropy(y, out); // expect: clean
}
