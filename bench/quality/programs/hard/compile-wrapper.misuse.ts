import * as tf from '@tensorflow/tfjs';

interface Compiled {
  readonly model: tf.LayersModel;
  fit(x: tf.Tensor, y: tf.Tensor): Promise<tf.History>;
}

function withTraining(model: tf.LayersModel, loss: Parameters<tf.LayersModel['compile']>[0]['loss'], lr = 0.01): Compiled {
  model.compile({ optimizer: tf.train.adam(lr), loss }); // or here
  return { model, fit: (x, y) => model.fit(x, y, { epochs: 5 }) };
}

const base = tf.sequential({
  layers: [tf.layers.dense({ inputShape: [12], units: 8, activation: 'relu' }), tf.layers.dense({ units: 3, activation: 'softmax' })],
});

export const classifier = withTraining(base, tf.losses.softmaxCrossEntropy); // expect: probabilities-as-logits
