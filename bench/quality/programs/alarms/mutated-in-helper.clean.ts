import * as tf from '@tensorflow/tfjs';

interface HeadOptions {
  units: number;
  activation: 'softmax' | 'linear';
}

function forTraining(options: HeadOptions) {
  options.activation = 'linear';
}

const options: HeadOptions = { units: 5, activation: 'softmax' };
forTraining(options);
const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [9], ...options })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
