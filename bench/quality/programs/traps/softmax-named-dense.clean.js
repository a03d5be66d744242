const tf = require('@tensorflow/tfjs');

const input = tf.input({ shape: [40] });
const softmaxClassifier = tf.layers.dense({ units: 9, name: 'softmax' });
const probabilities = softmaxClassifier.apply(tf.layers.dense({ units: 40, activation: 'relu' }).apply(input));
const model = tf.model({ inputs: input, outputs: probabilities });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
module.exports = model;
