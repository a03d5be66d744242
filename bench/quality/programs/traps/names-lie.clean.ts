import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([4, 3]));

// called logits by whoever wrote it first
function logits(x: tf.Tensor2D): tf.Tensor2D {
  return tf.softmax(x.matMul(w)) as tf.Tensor2D;
}

export function validationLoss(x: tf.Tensor2D, y: tf.Tensor2D): number {
  const raw = logits(x);
  return tf.metrics.categoricalCrossentropy(y, raw).mean().dataSync()[0]; // expect: clean
}
