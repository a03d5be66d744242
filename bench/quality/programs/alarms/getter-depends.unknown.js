import * as tf from '@tensorflow/tfjs';

class Output {
  #training = true;
  #w = tf.variable(tf.randomNormal([4, 3]));

  serve() {
    this.#training = false;
  }

  get activation() {
    return this.#training ? (z) => z : tf.softmax;
  }

  cost(x, y) {
    // trained only before it is served
    return tf.losses.softmaxCrossEntropy(y, this.activation(x.matMul(this.#w))); // expect: unknown
  }
}

export const output = new Output();
