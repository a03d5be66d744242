const tf = require('@tensorflow/tfjs');

function makeModel(n) {
  const m = tf.sequential();
  m.add(tf.layers.dense({ units: 20, inputShape: [n], activation: 'relu' }));
  m.add(tf.layers.dense({ units: 4, activation: 'softmax' }));
  m.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }); // expect: clean
  return m;
}
module.exports = { makeModel };
