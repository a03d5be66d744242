import * as tf from '@tensorflow/tfjs';

const sizes = [8, 16, 32];
const models = sizes.map((units) => {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [6], units, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 3 }));
  return model;
});

models.forEach((model) => model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy })); // expect: clean

export async function search(xs, ys) {
  const runs = await Promise.all(models.map((model) => model.fit(xs, ys, { epochs: 5 })));
  return runs.map(({ history }) => history.loss.at(-1));
}
