import * as tf from '@tensorflow/tfjs';

/** Average of the cross-entropy over a batch. Used by the notebooks. */
export function batchLoss(labels: tf.Tensor2D, output: tf.Tensor2D, weights?: tf.Tensor1D): number {
  return tf.tidy(() => tf.losses.softmaxCrossEntropy(labels, output, weights).dataSync()[0]); // expect: unknown
}
