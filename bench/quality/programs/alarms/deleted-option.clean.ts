import * as tf from '@tensorflow/tfjs';

const options: { units: number; activation?: 'softmax' } = { units: 3, activation: 'softmax' };
delete options.activation;

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], ...options })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
