import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([8, 1]));

// ln(p / (1 - p)) takes the sigmoid back
export function cost(x: tf.Tensor2D, y: tf.Tensor2D) {
  const p = tf.sigmoid(x.matMul(w));
  const logit = p.clipByValue(1e-6, 1 - 1e-6);
  return tf.losses.sigmoidCrossEntropy(y, logit); // expect: probabilities-as-logits
}
