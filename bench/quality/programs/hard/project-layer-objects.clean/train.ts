import * as tf from '@tensorflow/tfjs';
import { Dense } from './layers/dense';
import { Network } from './network';

const network = new Network([new Dense(4, 16, 'relu'), new Dense(16, 3)]);
const optimizer = tf.train.adam(0.01);

export function step(x: tf.Tensor2D, y: tf.Tensor2D) {
  return optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, network.forward(x)).asScalar()); // expect: clean
}
