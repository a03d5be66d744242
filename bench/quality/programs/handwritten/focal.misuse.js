import * as tf from '@tensorflow/tfjs';

/** Focal loss (Lin et al.), on probabilities. */
const focalLoss =
  (gamma = 2, alpha = 0.25) =>
  (yTrue, yPred) => {
    const p = tf.clipByValue(yPred, 1e-7, 1 - 1e-7);
    const ce = yTrue.mul(tf.log(p)).neg(); // or here
    const weight = tf.pow(tf.sub(1, p), gamma).mul(alpha);
    return weight.mul(ce).sum(-1).mean();
  };

export function detector(classes) {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ inputShape: [32, 32, 3], filters: 16, kernelSize: 3, activation: 'relu' }));
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: classes }));
  model.compile({ optimizer: 'adam', loss: focalLoss(2) }); // expect: logits-as-probabilities
  return model;
}
