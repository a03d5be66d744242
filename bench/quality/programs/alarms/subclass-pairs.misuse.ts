import * as tf from '@tensorflow/tfjs';

abstract class Base {
  protected readonly w = tf.variable(tf.randomNormal([4, 3]));
  protected abstract output(z: tf.Tensor): tf.Tensor;
  protected abstract criterion(y: tf.Tensor, out: tf.Tensor): tf.Tensor;

  cost(x: tf.Tensor, y: tf.Tensor) {
    return this.criterion(y, this.output(x.matMul(this.w)));
  }
}

export class Raw extends Base {
  protected output(z: tf.Tensor) {
    return tf.softmax(z);
  }
  protected criterion(y: tf.Tensor, out: tf.Tensor) {
    return tf.losses.softmaxCrossEntropy(y, out); // expect: probabilities-as-logits
  }
}

export class Normalised extends Base {
  protected output(z: tf.Tensor) {
    return tf.softmax(z);
  }
  protected criterion(y: tf.Tensor, out: tf.Tensor) {
    return tf.metrics.categoricalCrossentropy(y, out).mean(); // expect: clean
  }
}
