import * as tf from '@tensorflow/tfjs';

let model;

document.getElementById('build').addEventListener('click', () => {
  const hidden = Number(document.getElementById('hidden').value);
  model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [7 * 7 * 256], units: hidden, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 4, useBias: false, activation: 'linear' }));
});

document.getElementById('train').addEventListener('click', async () => {
  if (!model) throw new Error('Build the model first!');
  const learningRate = Number(document.getElementById('rate').value);
  model.compile({ optimizer: tf.train.adam(learningRate), loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  await model.fit(window.xs, window.ys, { epochs: 20 });
});
