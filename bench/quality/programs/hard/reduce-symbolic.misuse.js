const tf = require('@tensorflow/tfjs');

const SIZES = [128, 64, 32];

function mlp(inputs, classes) {
  const input = tf.input({ shape: [inputs] });
  const hidden = SIZES.reduce((x, units) => tf.layers.dense({ units, activation: 'relu' }).apply(x), input);
  const output = tf.layers.dense({ units: classes, activation: 'softmax' }).apply(hidden);
  return tf.model({ inputs: input, outputs: output });
}

const model = mlp(20, 5);
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
module.exports = model;
