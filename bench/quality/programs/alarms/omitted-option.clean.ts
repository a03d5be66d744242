import * as tf from '@tensorflow/tfjs';

const served = { units: 3, activation: 'softmax' as const, useBias: false };
const { activation, ...raw } = served;
console.log('served with', activation);

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], ...raw })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
