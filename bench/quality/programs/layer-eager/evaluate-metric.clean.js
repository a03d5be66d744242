const tf = require('@tensorflow/tfjs-node');

const model = tf.sequential();
model.add(tf.layers.dense({ units: 50, activation: 'relu', inputShape: [20] }));
model.add(tf.layers.dense({ units: 7, activation: 'softmax' }));
// squared error while training, cross-entropy of the held-out rows for the report
model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });

async function report(x, y) {
  await model.fit(x, y, { epochs: 5 });
  const p = model.predict(x);
  const ce = tf.metrics.categoricalCrossentropy(y, p); // expect: clean
  console.log('cross-entropy', (await ce.mean().data())[0]);
}

report(tf.randomNormal([100, 20]), tf.oneHot(tf.range(0, 100).toInt().mod(7), 7));
