import * as tf from '@tensorflow/tfjs';

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [512], units: 128, activation: 'relu' }));
model.add(tf.layers.dense({ units: 17, activation: 'sigmoid' }));
model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['binaryAccuracy'] }); // expect: clean
export { model };
