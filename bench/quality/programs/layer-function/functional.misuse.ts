import * as tf from '@tensorflow/tfjs';

const VOCAB = 5000;
const TOPICS = 6;

export function textClassifier(maxLen: number): tf.LayersModel {
  const tokens = tf.input({ shape: [maxLen], dtype: 'int32', name: 'tokens' });
  const embedded = tf.layers.embedding({ inputDim: VOCAB, outputDim: 64, maskZero: true }).apply(tokens);
  const encoded = tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 32 }) as tf.RNN }).apply(embedded);
  const hidden = tf.layers.dense({ units: 32, activation: 'relu' }).apply(encoded);
  const topics = tf.layers.dense({ units: TOPICS, activation: 'softmax', name: 'topics' }).apply(hidden) as tf.SymbolicTensor;

  const model = tf.model({ inputs: tokens, outputs: topics });
  model.compile({
    optimizer: tf.train.adam(),
    loss: tf.losses.softmaxCrossEntropy, // expect: probabilities-as-logits
    metrics: [tf.metrics.categoricalAccuracy],
  });
  return model;
}

export async function fit(model: tf.LayersModel, batches: tf.data.Dataset<tf.TensorContainer>) {
  return model.fitDataset(batches, { epochs: 5, verbose: 1 });
}
