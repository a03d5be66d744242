import * as tf from '@tensorflow/tfjs';

const layers: tf.layers.Layer[] = [
  tf.layers.dense({ units: 64, activation: 'relu' }),
  tf.layers.dropout({ rate: 0.1 }),
  tf.layers.dense({ units: 6, activation: 'softmax' }),
];

export function objective(X: tf.Tensor, Y: tf.Tensor): tf.Scalar {
  const output = layers.reduce((x, layer) => layer.apply(x) as tf.Tensor, X);
  return tf.losses.softmaxCrossEntropy(Y, output).asScalar(); // expect: probabilities-as-logits
}
