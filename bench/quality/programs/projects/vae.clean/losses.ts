import * as tf from '@tensorflow/tfjs-node';

export function vaeLoss(image: tf.Tensor2D, decoded: tf.Tensor2D, mean: tf.Tensor2D, logVariance: tf.Tensor2D): tf.Scalar {
  return tf.tidy(() => {
    const pixels = image.shape[1];
    const reconstruction = tf.losses.sigmoidCrossEntropy(image, decoded).mul(pixels); // expect: clean
    const kl = logVariance.add(1).sub(mean.square()).sub(logVariance.exp()).sum(-1).mul(-0.5).mean();
    return reconstruction.add(kl) as tf.Scalar;
  });
}
