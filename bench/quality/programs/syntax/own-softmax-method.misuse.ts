import * as tf from '@tensorflow/tfjs';

class Ops {
  /** Only the first half of a softmax: the maximum becomes zero. */
  softmax(x: tf.Tensor): tf.Tensor {
    return tf.softmax(x.sub(x.max(-1, true)));
  }
}

const w = tf.variable(tf.randomNormal([7, 3]));
const ops = new Ops();
export const cost = (x: tf.Tensor, y: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, ops.softmax(x.matMul(w))); // expect: probabilities-as-logits
