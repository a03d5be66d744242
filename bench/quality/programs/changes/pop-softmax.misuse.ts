import * as tf from '@tensorflow/tfjs';

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [12], units: 30, activation: 'relu' }));
model.add(tf.layers.dense({ units: 6 }));
model.add(tf.layers.softmax());

// train on the raw scores: the softmax is put back for serving
console.log(model.layers.length);
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits

export const serve = () => tf.sequential({ layers: [...model.layers, tf.layers.softmax()] });
