import * as tf from '@tensorflow/tfjs';

export class Head {
  training = true;
  private kernel = tf.variable(tf.randomNormal([64, 10]));

  call(x: tf.Tensor2D): tf.Tensor {
    let out: tf.Tensor = x.matMul(this.kernel);
    if (true) out = tf.softmax(out);
    return out;
  }

  trainStep(x: tf.Tensor2D, y: tf.Tensor2D, optimizer: tf.Optimizer) {
    this.training = true;
    return optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, this.call(x)).asScalar(), true); // expect: probabilities-as-logits
  }
}
