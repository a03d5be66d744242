import * as tf from '@tensorflow/tfjs-node';

const classWeights = tf.tensor1d([0.2, 1.5, 3.0]);

function weightedLoss(yTrue, yPred) {
  const weights = yTrue.mul(classWeights).sum(-1);
  return tf.losses.softmaxCrossEntropy(yTrue, yPred, weights); // expect: clean
}

export function build() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [30], units: 20, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 3 }));
  model.compile({ optimizer: 'adam', loss: weightedLoss });
  return model;
}
