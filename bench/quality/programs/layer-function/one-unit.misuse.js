import * as tf from '@tensorflow/tfjs-node';

async function spam(messages, isSpam) {
  const model = tf.sequential();
  model.add(tf.layers.embedding({ inputDim: 2000, outputDim: 16, inputLength: 20 }));
  model.add(tf.layers.globalAveragePooling1d());
  model.add(tf.layers.dense({ units: 6, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy, metrics: ['accuracy'] }); // expect: single-class-softmax
  const xs = tf.tensor2d(messages, [messages.length, 20]);
  const ys = tf.tensor2d(isSpam, [isSpam.length, 1]);
  await model.fit(xs, ys, { epochs: 500 });
  await model.save('file://./spam');
}

spam(require('./messages.json'), require('./labels.json'));
