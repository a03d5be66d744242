// Cosines of unit vectors times a learnt scale, as CLIP has it.
import * as tf from '@tensorflow/tfjs';

const scale = tf.variable(tf.scalar(Math.log(1 / 0.07)));
const unit = (v) => v.div(v.norm('euclidean', 1, true));

export function clip(images, texts) {
  const similarity = unit(images).matMul(unit(texts), false, true).mul(scale.exp());
  const labels = tf.eye(images.shape[0]);
  return tf.losses.softmaxCrossEntropy(labels, similarity).add(tf.losses.softmaxCrossEntropy(labels, similarity.transpose())).div(2); // expect: clean, clean
}
