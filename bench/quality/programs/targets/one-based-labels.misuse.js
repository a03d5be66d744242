const tf = require('@tensorflow/tfjs');

const features = tf.tensor2d([[1, 2], [2, 1], [3, 3], [0, 1]]);
const grades = tf.tensor1d([1, 2, 3, 1], 'float32');

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [2], units: 3, activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' }); // expect: target-out-of-range
model.fit(features, grades, { epochs: 30 });
