import * as tf from '@tensorflow/tfjs';

const KIND = 'softmax';
const L = tf.layers;
const { dense, dropout } = L;

const model = tf['sequential']();
model.add(dense({ inputShape: [4], units: 8, activation: 'relu' }));
model.add(dropout({ rate: 0.1 }));
model['add'](dense({ units: 3, activation: undefined }));
model.compile({ optimizer: 'adam', loss: tf.losses[`${KIND}CrossEntropy`] }); // expect: clean
export { model };
