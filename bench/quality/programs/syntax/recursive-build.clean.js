import * as tf from '@tensorflow/tfjs';

function stack(x, [units, ...rest]) {
  if (rest.length === 0) return tf.layers.dense({ units, activation: 'linear' }).apply(x);
  return stack(tf.layers.dense({ units, activation: 'relu' }).apply(x), rest);
}

const input = tf.input({ shape: [10] });
const model = tf.model({ inputs: input, outputs: stack(input, [32, 16, 4]) });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
