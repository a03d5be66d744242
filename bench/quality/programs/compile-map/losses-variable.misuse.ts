import * as tf from '@tensorflow/tfjs';

type Losses = Record<string, string | typeof tf.losses.softmaxCrossEntropy>;

const losses: Losses = {};

function addHead(trunk: tf.SymbolicTensor, name: string, units: number): tf.SymbolicTensor {
  losses[name] = tf.losses.softmaxCrossEntropy; // or here
  return tf.layers.dense({ units, activation: 'softmax', name }).apply(trunk) as tf.SymbolicTensor;
}

export function multiTask(inputs: number) {
  const input = tf.input({ shape: [inputs] });
  const trunk = tf.layers.dense({ units: 64, activation: 'relu' }).apply(input) as tf.SymbolicTensor;
  const outputs = [addHead(trunk, 'intent', 12)];
  const model = tf.model({ inputs: input, outputs });
  model.compile({ optimizer: 'adam', loss: losses }); // expect: probabilities-as-logits
  return model;
}
