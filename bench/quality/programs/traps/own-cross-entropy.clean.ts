// A cross entropy of one's own has its own order and its own wishes.
import * as tf from '@tensorflow/tfjs';
import { softmaxCrossEntropy } from './math';

const w = tf.variable(tf.zeros([3, 3]));

export function cost(x: tf.Tensor2D, y: tf.Tensor2D) {
  const p = tf.softmax(x.matMul(w));
  softmaxCrossEntropy(p, y);
  return tf.losses.softmaxCrossEntropy(y, x.matMul(w)); // expect: clean
}
