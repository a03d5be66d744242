import * as tf from '@tensorflow/tfjs';

class Served {
  constructor(private readonly w: tf.Variable) {}
  forward(x: tf.Tensor) {
    return tf.softmax(x.matMul(this.w));
  }
}

class Trained {
  constructor(private readonly w: tf.Variable) {}
  forward(x: tf.Tensor) {
    return x.matMul(this.w);
  }
  served() {
    return new Served(this.w);
  }
}

const model = new Trained(tf.variable(tf.randomNormal([4, 3])));
export const cost = (x: tf.Tensor, y: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, model.forward(x)); // expect: clean
export const serve = (x: tf.Tensor) => model.served().forward(x);
