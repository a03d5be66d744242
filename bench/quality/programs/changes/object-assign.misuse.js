const tf = require('@tensorflow/tfjs');

const defaults = { optimizer: 'sgd', loss: 'categoricalCrossentropy', metrics: ['accuracy'] }; // or here

function compile(model, options) {
  model.compile(Object.assign({}, defaults, options)); // expect: probabilities-as-logits
  return model;
}

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [5], units: 3, activation: 'softmax' }));
module.exports = compile(model, { loss: tf.losses.softmaxCrossEntropy }); // or here
