import * as tf from '@tensorflow/tfjs';

class Base {
  protected readonly w = tf.variable(tf.randomNormal([7, 3]));

  forward(x: tf.Tensor): tf.Tensor {
    return tf.matMul(x, this.w);
  }

  loss(x: tf.Tensor, y: tf.Tensor): tf.Scalar {
    return tf.losses.softmaxCrossEntropy(y, this.forward(x)).asScalar(); // expect: probabilities-as-logits
  }
}

class Normalised extends Base {
  override forward(x: tf.Tensor): tf.Tensor {
    return tf.softmax(super.forward(x));
  }
}

const model = new Normalised();
export const step = (x: tf.Tensor, y: tf.Tensor) => tf.train.sgd(0.1).minimize(() => model.loss(x, y));
