const tf = require('@tensorflow/tfjs-node');

exports.compile = (model) => {
  model.compile({ optimizer: tf.train.adam(0.001), loss: tf.losses.softmaxCrossEntropy, metrics: ['accuracy'] }); // expect: probabilities-as-logits
  return model;
};
