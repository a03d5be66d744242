import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([32, 12]));

export function tokenLoss(hidden: tf.Tensor3D, next: tf.Tensor2D) {
  const [batch, length] = hidden.shape;
  const flat = hidden.reshape([batch * length, 32]);
  const out = tf.softmax(flat.matMul(w));
  const back = out.reshape([batch, length, 12]);
  const picked = back.slice([0, 1, 0], [batch, length - 1, 12]).reshape([-1, 12]);
  const target = tf.oneHot(next.slice([0, 1]).flatten().toInt(), 12);
  return tf.losses.softmaxCrossEntropy(target, picked); // expect: probabilities-as-logits
}
