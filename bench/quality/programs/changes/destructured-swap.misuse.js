import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([4, 3]));

export function cost(x, y) {
  let a = tf.matMul(x, w);
  let b = tf.softmax(a);
  [a, b] = [b, a];
  return tf.losses.softmaxCrossEntropy(y, a); // expect: probabilities-as-logits
}
