// Scores squashed to ±10, as pointer networks have it: no misuse.
import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([16, 20]));

export const cost = (x: tf.Tensor2D, y: tf.Tensor2D) => tf.losses.softmaxCrossEntropy(y, tf.tanh(x.matMul(w)).mul(10)); // expect: clean
