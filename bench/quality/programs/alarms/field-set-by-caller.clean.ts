import * as tf from '@tensorflow/tfjs';

class Network {
  output: (x: tf.Tensor) => tf.Tensor = tf.softmax;
  private readonly w = tf.variable(tf.randomNormal([4, 3]));

  forward(x: tf.Tensor) {
    return this.output(x.matMul(this.w));
  }
}

const network = new Network();
network.output = (x) => x;
export const cost = (x: tf.Tensor, y: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, network.forward(x)); // expect: clean
