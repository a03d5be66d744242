import * as tf from '@tensorflow/tfjs';

const b = tf.variable(tf.zeros([3]));

export function gradients(x: tf.Tensor2D, y: tf.Tensor2D, w0: tf.Tensor2D) {
  const f = (w: tf.Tensor) => {
    const z = tf.matMul(x, w as tf.Tensor2D).add(b);
    return tf.losses.softmaxCrossEntropy(y, tf.softmax(z)).asScalar(); // expect: probabilities-as-logits
  };
  return tf.grad(f)(w0);
}
