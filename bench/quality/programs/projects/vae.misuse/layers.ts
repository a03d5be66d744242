import * as tf from '@tensorflow/tfjs-node';

export class Sampling extends tf.layers.Layer {
  static className = 'Sampling';

  override computeOutputShape([mean]: tf.Shape[]): tf.Shape {
    return mean;
  }

  override call([mean, logVariance]: tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => mean.add(tf.exp(logVariance.mul(0.5)).mul(tf.randomNormal(mean.shape))));
  }
}
