import * as tf from '@tensorflow/tfjs';

interface Classifier {
  scores(x: tf.Tensor2D): tf.Tensor2D;
}

class LinearClassifier implements Classifier {
  private w = tf.variable(tf.zeros<tf.Rank.R2>([4, 3]));

  scores(x: tf.Tensor2D): tf.Tensor2D {
    return x.matMul(this.w) as tf.Tensor2D;
  }
}

function cost(classifier: Classifier, x: tf.Tensor2D, y: tf.Tensor2D): tf.Scalar {
  return tf.losses.softmaxCrossEntropy(y, classifier.scores(x)); // expect: clean
}

export function fit(x: tf.Tensor2D, y: tf.Tensor2D) {
  const classifier = new LinearClassifier();
  const optimizer = tf.train.sgd(0.1);
  for (let i = 0; i < 50; i++) optimizer.minimize(() => cost(classifier, x, y));
  return classifier;
}
