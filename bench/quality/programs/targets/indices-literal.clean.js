const tf = require('@tensorflow/tfjs');

const xs = tf.tensor2d([[0, 0], [0, 1], [1, 0], [1, 1]]);
const ys = tf.tensor2d([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 0]]);

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [2], units: 5, activation: 'relu' }));
model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }); // expect: clean
model.fit(xs, ys, { epochs: 100 }).then(() => model.predict(xs).print());
