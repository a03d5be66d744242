import * as tf from '@tensorflow/tfjs';

export const output = (z: tf.Tensor) => tf.softmax(z);
