import * as tf from '@tensorflow/tfjs';
import { crossEntropy, net } from './index';

const optimizer = tf.train.adam(0.01);

export const step = (x: tf.Tensor2D, y: tf.Tensor2D) => optimizer.minimize(() => crossEntropy(y, net.network(x)));
