import * as tf from '@tensorflow/tfjs';

type Loss = (labels: tf.Tensor, output: tf.Tensor) => tf.Tensor;

function createTrainer(model: tf.LayersModel, loss: Loss = tf.losses.softmaxCrossEntropy) {
  model.compile({ optimizer: 'adam', loss }); // or here
  return (x: tf.Tensor, y: tf.Tensor) => model.fit(x, y, { epochs: 1 });
}

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [5], units: 3, activation: 'softmax' })] });

export const train = createTrainer(model); // expect: probabilities-as-logits
