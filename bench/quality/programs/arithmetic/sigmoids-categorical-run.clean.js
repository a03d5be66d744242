// Independent sigmoids are divided by their sum: with several ones in a row of labels the loss cannot get near zero.
// runnable: loss < 0.5
const tf = require('@tensorflow/tfjs');

const x = tf.tensor2d([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]]);
const tags = tf.tensor2d([[1, 1, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]);
const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [3], units: 3, activation: 'sigmoid', kernelInitializer: tf.initializers.randomNormal({ seed: 3 }) }));
model.compile({ optimizer: tf.train.adam(0.3), loss: 'binaryCrossentropy' }); // expect: clean
model.fit(x, tags, { epochs: 150, verbose: 0 }).then(({ history }) => console.log(history.loss[history.loss.length - 1]));
