import * as tf from '@tensorflow/tfjs';

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [12], units: 30, activation: 'relu' }));
model.add(tf.layers.dense({ units: 6 }));
model.add(tf.layers.softmax());

// train on the raw scores: the softmax is put back for serving
model.pop();
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean

export const serve = () => tf.sequential({ layers: [...model.layers, tf.layers.softmax()] });
