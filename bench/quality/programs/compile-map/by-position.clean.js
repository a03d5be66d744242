const tf = require('@tensorflow/tfjs');

function policyValueNet(boardSize) {
  const input = tf.input({ shape: [boardSize, boardSize, 3] });
  let x = tf.layers.conv2d({ filters: 64, kernelSize: 3, padding: 'same', activation: 'relu' }).apply(input);
  x = tf.layers.conv2d({ filters: 64, kernelSize: 3, padding: 'same', activation: 'relu' }).apply(x);
  x = tf.layers.flatten().apply(x);
  const policy = tf.layers.dense({ units: boardSize * boardSize, activation: 'softmax' }).apply(x);
  const value = tf.layers.dense({ units: 1, activation: 'tanh' }).apply(x);
  const model = tf.model({ inputs: input, outputs: [policy, value] });
  const policyLoss = 'categoricalCrossentropy'; // or here
  model.compile({ optimizer: tf.train.adam(), loss: [policyLoss, 'meanSquaredError'] }); // expect: clean
  return model;
}

module.exports = { policyValueNet };
