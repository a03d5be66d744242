import * as tf from '@tensorflow/tfjs';

export class Net {
  private readonly w = tf.variable(tf.randomNormal([4, 3]));

  constructor(private readonly normalised: boolean) {}

  forward(x: tf.Tensor): tf.Tensor {
    const z = x.matMul(this.w);
    return this.normalised ? z.softmax() : z;
  }

  cost(x: tf.Tensor, y: tf.Tensor): tf.Tensor {
    const out = this.forward(x);
    return this.normalised ? tf.metrics.categoricalCrossentropy(y, out).mean() : tf.losses.softmaxCrossEntropy(y, out); // expect: clean, clean
  }
}

export const nets = [new Net(true), new Net(false)];
