const tf = require('@tensorflow/tfjs');

const xs = tf.tensor2d([[0, 0], [0, 1], [1, 0], [1, 1]]);
const ys = tf.tensor1d([0, 1, 2, 1]);

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [2], units: 5, activation: 'relu' }));
model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }); // expect: indices-as-one-hot
model.fit(xs, ys, { epochs: 100 }).then(() => model.predict(xs).print());
