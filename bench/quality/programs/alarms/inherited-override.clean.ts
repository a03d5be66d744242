import * as tf from '@tensorflow/tfjs';

class ProbabilityModel {
  protected readonly kernel = tf.variable(tf.randomNormal([8, 4]));

  output(x: tf.Tensor): tf.Tensor {
    return tf.softmax(tf.matMul(x, this.kernel));
  }
}

class ScoreModel extends ProbabilityModel {
  override output(x: tf.Tensor): tf.Tensor {
    return tf.matMul(x, this.kernel);
  }

  loss(x: tf.Tensor, y: tf.Tensor) {
    return tf.losses.softmaxCrossEntropy(y, this.output(x)); // expect: clean
  }
}

export const model = new ScoreModel();
