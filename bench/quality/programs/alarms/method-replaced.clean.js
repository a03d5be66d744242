import * as tf from '@tensorflow/tfjs';

const net = {
  w: tf.variable(tf.randomNormal([4, 3])),
  forward(x) {
    return tf.softmax(x.matMul(this.w));
  },
};
net.forward = (x) => x.matMul(net.w);

export const cost = (x, y) => tf.losses.softmaxCrossEntropy(y, net.forward(x)); // expect: clean
