import * as tf from '@tensorflow/tfjs';

const input = tf.input({ shape: [8] });
const columns = ['a', 'b', 'c'].map((name) => tf.layers.dense({ units: 1, name }).apply(input) as tf.SymbolicTensor);
const joined = tf.layers.concatenate().apply(columns) as tf.SymbolicTensor;
const model = tf.model({ inputs: input, outputs: tf.layers.activation({ activation: 'softmax' }).apply(joined) as tf.SymbolicTensor });
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }); // expect: clean
export default model;
