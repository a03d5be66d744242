import * as tf from '@tensorflow/tfjs';

const unet = buildUnet();

function buildUnet() {
  const input = tf.input({ shape: [64, 64, 1] });
  const down = tf.layers.conv2d({ filters: 8, kernelSize: 3, padding: 'same', activation: 'relu' }).apply(input);
  const mask = tf.layers.conv2d({ filters: 1, kernelSize: 1 }).apply(down);
  return tf.model({ inputs: input, outputs: mask });
}

function dice(truth, probability) {
  const overlap = truth.mul(probability).sum().mul(2);
  return tf.sub(1, overlap.div(truth.sum().add(probability.sum())));
}

export function cost(image, truth) {
  const raw = unet.apply(image);
  const probability = tf.sigmoid(raw);
  return tf.losses.sigmoidCrossEntropy(truth, probability).add(dice(truth, probability)); // expect: probabilities-as-logits
}
