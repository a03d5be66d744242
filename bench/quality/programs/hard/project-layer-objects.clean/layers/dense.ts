import * as tf from '@tensorflow/tfjs';
import type { Layer } from './layer';

export type Activation = 'relu' | 'softmax' | 'none';

const functions: Record<Activation, (x: tf.Tensor) => tf.Tensor> = {
  relu: (x) => tf.relu(x),
  softmax: (x) => tf.softmax(x),
  none: (x) => x,
};

export class Dense implements Layer {
  private kernel: tf.Variable;
  private bias: tf.Variable;

  constructor(inputs: number, outputs: number, private activation: Activation = 'none') {
    this.kernel = tf.variable(tf.randomNormal([inputs, outputs]));
    this.bias = tf.variable(tf.zeros([outputs]));
  }

  forward(x: tf.Tensor): tf.Tensor {
    return functions[this.activation](x.matMul(this.kernel).add(this.bias));
  }
}
