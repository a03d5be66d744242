import * as tf from '@tensorflow/tfjs';

const kernel = tf.variable(tf.randomNormal([5, 3]));

export function cost(x, y) {
  let out = tf.softmax(tf.matMul(x, kernel));
  console.log('most likely', out.argMax(1).dataSync());
  out = tf.matMul(x, kernel);
  return tf.losses.softmaxCrossEntropy(y, out); // expect: clean
}
