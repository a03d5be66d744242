import * as tf from '@tensorflow/tfjs';

export interface Hyper {
  vocab: number;
  length: number;
  cells: 'lstm' | 'gru';
}

export function sentimentModel({ vocab, length, cells }: Hyper): tf.LayersModel {
  const input = tf.input({ shape: [length] });
  const embedded = tf.layers.embedding({ inputDim: vocab, outputDim: 32 }).apply(input) as tf.SymbolicTensor;
  const rnn = cells === 'lstm' ? tf.layers.lstm({ units: 24 }) : tf.layers.gru({ units: 24 });
  const encoded = rnn.apply(embedded) as tf.SymbolicTensor;
  const score = tf.layers.dense({ units: 1 }).apply(encoded) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: score });
}
