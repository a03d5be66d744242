import * as tf from '@tensorflow/tfjs';

export class Model {
  private w = tf.variable(tf.randomNormal([10, 4]));

  forward(x: tf.Tensor2D): tf.Tensor2D {
    return tf.matMul(x, this.w).softmax() as tf.Tensor2D;
  }
}
