import * as tf from '@tensorflow/tfjs';

function fitWith<T extends tf.Tensor>(forward: (x: T) => tf.Tensor, loss: (y: tf.Tensor, out: tf.Tensor) => tf.Tensor) {
  return (x: T, y: tf.Tensor) => tf.train.adam().minimize(() => loss(y, forward(x)) as tf.Scalar); // or here
}

const w = tf.variable(tf.randomNormal([4, 3]));

export const scores = fitWith((x: tf.Tensor2D) => x.matMul(w).softmax(), tf.losses.softmaxCrossEntropy); // expect: probabilities-as-logits
export const probabilities = fitWith((x: tf.Tensor2D) => x.matMul(w).softmax(), (y, p) => tf.metrics.categoricalCrossentropy(y, p).mean()); // or here
