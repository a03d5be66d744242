const tf = require('@tensorflow/tfjs');

const xs = tf.tensor2d([[0.2, 0.1], [0.9, 0.3], [0.4, 0.8]]);
const ys = tf.tensor1d([0, 1, 2]);

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 3, activation: 'softmax' })] });
model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' }); // expect: clean
model.fit(xs, ys, { epochs: 10 });
