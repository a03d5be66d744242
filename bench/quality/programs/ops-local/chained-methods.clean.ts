import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';

const embedding = tf.variable(tf.randomUniform([500, 24], -0.1, 0.1), true, 'embedding');
const output = tf.variable(tf.randomUniform([24, 500], -0.1, 0.1), true, 'output');
const optimizer = tf.train.adagrad(0.5);

/** Skip-gram: predicts a neighbour of each centre word. */
export function trainPairs(centres: number[], neighbours: number[]) {
  return optimizer.minimize(
    () =>
      tf.losses.softmaxCrossEntropy(
        tf.oneHot(tf.tensor1d(neighbours, 'int32'), 500),
        embedding.gather(tf.tensor1d(centres, 'int32')).matMul(output), // expect: clean
      ) as tf.Scalar,
    true,
    [embedding, output],
  );
}
