import * as tf from '@tensorflow/tfjs';

const CONFIG = {
  epochs: 30,
  batchSize: 64,
  optimizer: tf.train.adam(0.003),
  loss: tf.losses.softmaxCrossEntropy,
  outputActivation: 'linear' as const,
};

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [2], units: 8, activation: 'tanh' }));
model.add(tf.layers.dense({ units: 4, activation: CONFIG.outputActivation }));

export async function train(xs: tf.Tensor, ys: tf.Tensor) {
  model.compile({ optimizer: CONFIG.optimizer, loss: CONFIG.loss }); // expect: clean
  return model.fit(xs, ys, { epochs: CONFIG.epochs, batchSize: CONFIG.batchSize });
}
