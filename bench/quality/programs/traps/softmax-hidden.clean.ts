import * as tf from '@tensorflow/tfjs';

export function mixture(experts = 4) {
  const input = tf.input({ shape: [20] });
  const gate = tf.layers.dense({ units: experts, activation: 'softmax', name: 'gate' }).apply(input) as tf.SymbolicTensor;
  const candidates = tf.layers.dense({ units: experts, activation: 'relu' }).apply(input) as tf.SymbolicTensor;
  const mixed = tf.layers.multiply().apply([gate, candidates]) as tf.SymbolicTensor;
  const out = tf.layers.dense({ units: 5 }).apply(mixed) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: out });
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  return model;
}
