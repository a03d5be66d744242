// Prototypical networks: minus the squared distances to the class means are the scores.
import * as tf from '@tensorflow/tfjs';

const encoder = tf.sequential({ layers: [tf.layers.dense({ inputShape: [50], units: 10, activation: 'relu' })] });

export function episode(support: tf.Tensor2D, query: tf.Tensor2D, y: tf.Tensor2D, ways: number, shots: number) {
  const prototypes = (encoder.apply(support) as tf.Tensor).reshape([ways, shots, 10]).mean(1);
  const z = encoder.apply(query) as tf.Tensor;
  const distances = tf.squaredDifference(z.expandDims(1), prototypes.expandDims(0)).sum(2);
  return tf.losses.softmaxCrossEntropy(y, distances.neg()); // expect: clean
}
