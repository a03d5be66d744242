import * as tf from '@tensorflow/tfjs';

export const crossEntropy = (labels: tf.Tensor2D, scores: tf.Tensor2D): tf.Scalar => tf.losses.softmaxCrossEntropy(labels, scores).asScalar(); // expect: clean
