import * as tf from '@tensorflow/tfjs';

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units: 1 })] });

export function step(x: tf.Tensor2D, clicked: boolean[]) {
  const y = tf.tensor2d(clicked.map((c) => [c ? 1 : 0]));
  return tf.train.adam().minimize(() => {
    const z = model.apply(x) as tf.Tensor2D;
    return tf.losses.sigmoidCrossEntropy(y, z) as tf.Scalar; // expect: clean
  });
}
