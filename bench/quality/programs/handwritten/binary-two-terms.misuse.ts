import * as tf from '@tensorflow/tfjs';

export function binaryLoss(target: tf.Tensor, p: tf.Tensor): tf.Scalar {
  const positive = target.mul(p.add(1e-8).log()); // or here
  const negative = tf.sub(1, target).mul(tf.sub(1 + 1e-8, p).log());
  return positive.add(negative).mean().neg() as tf.Scalar;
}

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [10], units: 8, activation: 'relu' }));
model.add(tf.layers.dense({ units: 1 }));

export function step(x: tf.Tensor, y: tf.Tensor, optimizer: tf.Optimizer) {
  return optimizer.minimize(() => binaryLoss(y, model.predict(x) as tf.Tensor), true); // expect: logits-as-probabilities
}
