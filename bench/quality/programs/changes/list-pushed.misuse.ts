import * as tf from '@tensorflow/tfjs';

const layers: tf.layers.Layer[] = [];
layers.push(tf.layers.dense({ inputShape: [32], units: 64, activation: 'relu' }));
layers.push(tf.layers.dropout({ rate: 0.5 }), tf.layers.dense({ units: 9 }));
layers.push(tf.layers.softmax());

const model = tf.sequential({ layers });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export default model;
