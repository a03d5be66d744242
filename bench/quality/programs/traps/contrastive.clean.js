import * as tf from '@tensorflow/tfjs';

export function infoNce(query, key, negatives, temperature = 0.07) {
  const positive = query.mul(key).sum(1, true);
  const others = query.matMul(negatives, false, true);
  const logits = tf.concat([positive, others], 1).div(temperature);
  const labels = tf.oneHot(tf.zeros([query.shape[0]], 'int32'), logits.shape[1]);
  return tf.losses.softmaxCrossEntropy(labels, logits); // expect: clean
}
