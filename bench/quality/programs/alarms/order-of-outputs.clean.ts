import * as tf from '@tensorflow/tfjs';

const input = tf.input({ shape: [3] });
const a = tf.layers.dense({ units: 4 }).apply(input) as tf.SymbolicTensor;
const b = tf.layers.dense({ units: 2, activation: 'softmax' }).apply(input) as tf.SymbolicTensor;
const outputs = [b, a].reverse();
const model = tf.model({ inputs: input, outputs });
// expect: clean, clean
model.compile({ optimizer: 'adam', loss: [tf.losses.softmaxCrossEntropy, 'categoricalCrossentropy'] });
export default model;
