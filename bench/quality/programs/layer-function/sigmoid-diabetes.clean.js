const tf = require('@tensorflow/tfjs-node');
const { loadCsv } = require('./csv');

async function run() {
  const { features, labels } = await loadCsv('./diabetes.csv');
  const x = tf.tensor2d(features);
  const y = tf.tensor2d(labels, [labels.length, 1]);
  const { mean, variance } = tf.moments(x, 0);
  const normalised = x.sub(mean).div(variance.sqrt());

  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [8], units: 16, activation: 'relu' }),
      tf.layers.dropout({ rate: 0.2 }),
      tf.layers.dense({ units: 1, activation: 'linear' }),
    ],
  });

  model.compile({
    optimizer: 'adam',
    loss: tf.losses.sigmoidCrossEntropy, // expect: clean
  });
  model.summary();
  await model.fit(normalised, y, { epochs: 100, batchSize: 32, validationSplit: 0.1, verbose: 0 });

  const scores = model.predict(normalised.slice([0, 0], [10, 8]));
  (scores.sigmoid()).print();
}

run().catch(console.error);
