const tf = require('@tensorflow/tfjs-node');

module.exports = function build({ inputs, classes }) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [inputs], units: 64, activation: 'relu' }));
  model.add(tf.layers.dense({ units: classes, activation: 'softmax' }));
  return model;
};
