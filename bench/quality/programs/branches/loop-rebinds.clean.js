import * as tf from '@tensorflow/tfjs';

const sizes = [12, 24, 24, 4];

export function build() {
  const input = tf.input({ shape: [sizes[0]] });
  let x = input;
  for (let i = 1; i < sizes.length; i++) {
    const last = i === sizes.length - 1;
    x = tf.layers.dense({ units: sizes[i], activation: last ? 'linear' : 'relu' }).apply(x);
  }
  const model = tf.model({ inputs: input, outputs: x });
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  return model;
}
