import * as tf from '@tensorflow/tfjs';
import type { Model } from './model';

export function lossOf(model: Model, x: tf.Tensor2D, y: tf.Tensor2D): tf.Scalar {
  return tf.losses.softmaxCrossEntropy(y, model.forward(x)).asScalar(); // expect: clean
}
