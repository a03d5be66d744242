import * as tf from '@tensorflow/tfjs';

const layers = [tf.layers.dense({ inputShape: [10], units: 20, activation: 'relu' }), tf.layers.dense({ units: 5 }), tf.layers.softmax()];

const trainable = tf.sequential({ layers: layers.slice(0, -1) });
trainable.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean

export { trainable };
