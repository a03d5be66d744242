import type * as tf from '@tensorflow/tfjs';

export interface Layer {
  forward(x: tf.Tensor): tf.Tensor;
}
