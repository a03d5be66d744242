import * as tf from '@tensorflow/tfjs';

function createModel() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [3], units: 8, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
  return Promise.resolve(model);
}

createModel()
  .then((model) => {
    model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
    return model;
  })
  .then((model) => model.fit(tf.randomNormal([10, 3]), tf.oneHot([0, 1, 2, 0, 1, 2, 0, 1, 2, 0], 3)))
  .catch((error) => console.error(error));
