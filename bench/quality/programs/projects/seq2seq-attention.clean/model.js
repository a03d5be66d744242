const tf = require('@tensorflow/tfjs');

exports.createModel = function createModel(inVocab, outVocab, inLength, outLength) {
  const embeddingDims = 64;
  const lstmUnits = 64;

  const encoderInput = tf.input({ shape: [inLength] });
  const decoderInput = tf.input({ shape: [outLength] });

  let encoder = tf.layers.embedding({ inputDim: inVocab, outputDim: embeddingDims, maskZero: true }).apply(encoderInput);
  encoder = tf.layers.lstm({ units: lstmUnits, returnSequences: true }).apply(encoder);
  const encoderLast = tf.layers.globalMaxPooling1d().apply(encoder);

  let decoder = tf.layers.embedding({ inputDim: outVocab, outputDim: embeddingDims, maskZero: true }).apply(decoderInput);
  decoder = tf.layers.lstm({ units: lstmUnits, returnSequences: true }).apply(decoder, { initialState: [encoderLast, encoderLast] });

  let attention = tf.layers.dot({ axes: [2, 2] }).apply([decoder, encoder]);
  attention = tf.layers.activation({ activation: 'softmax', name: 'attention' }).apply(attention);
  const context = tf.layers.dot({ axes: [2, 1], name: 'context' }).apply([attention, encoder]);
  const combined = tf.layers.concatenate().apply([context, decoder]);

  let output = tf.layers.timeDistributed({ layer: tf.layers.dense({ units: lstmUnits, activation: 'tanh' }) }).apply(combined);
  output = tf.layers.timeDistributed({ layer: tf.layers.dense({ units: outVocab, activation: 'softmax' }) }).apply(output);

  return tf.model({ inputs: [encoderInput, decoderInput], outputs: output });
};
