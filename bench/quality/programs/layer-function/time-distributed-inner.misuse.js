const tf = require('@tensorflow/tfjs');

module.exports = function tagger(words, tags, length) {
  const model = tf.sequential();
  model.add(tf.layers.embedding({ inputDim: words, outputDim: 50, inputLength: length }));
  model.add(tf.layers.lstm({ units: 64, returnSequences: true }));
  const out = tf.layers.dense({ units: tags, activation: 'softmax' });
  model.add(tf.layers.timeDistributed({ layer: out }));
  model.compile({ optimizer: tf.train.adam(0.005), loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
  return model;
};
