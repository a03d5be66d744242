import * as tf from '@tensorflow/tfjs';

const state = { output: 'softmax' as 'softmax' | 'linear' };

export function useRawScores() {
  state.output = 'linear';
}

export function build() {
  useRawScores();
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [9], units: 3, activation: state.output })] });
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  return model;
}
