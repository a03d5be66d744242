import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([4, 3]));

export function cost(x: tf.Tensor, y: tf.Tensor, normalise: boolean) {
  let out: tf.Tensor = x.matMul(w);
  if (normalise) out = tf.softmax(out);
  console.log(out.shape);
  if (normalise) return tf.metrics.categoricalCrossentropy(y, out).mean(); // expect: clean
  return tf.losses.softmaxCrossEntropy(y, out.softmax()); // expect: probabilities-as-logits
}
