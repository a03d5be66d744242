import * as tf from '@tensorflow/tfjs';

const trunk = tf.layers.dense({ units: 16, activation: 'relu' });
const head = tf.layers.dense({ units: 4 });

function forward(x: tf.Tensor) {
  const logits = head.apply(trunk.apply(x)) as tf.Tensor;
  return [logits, tf.softmax(logits)] as const;
}

export const cost = (x: tf.Tensor, y: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, forward(x)[0]); // expect: clean
