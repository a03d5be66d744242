import * as tf from '@tensorflow/tfjs';

const options: { units: number; activation: 'softmax' | 'linear' } = { units: 3, activation: 'softmax' };
const same = options;
same.activation = 'linear';

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: options.units, activation: options.activation })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
