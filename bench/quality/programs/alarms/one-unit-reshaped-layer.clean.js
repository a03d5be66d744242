import * as tf from '@tensorflow/tfjs';

const model = tf.sequential();
model.add(tf.layers.timeDistributed({ inputShape: [10, 6], layer: tf.layers.dense({ units: 1 }) }));
model.add(tf.layers.reshape({ targetShape: [10] }));
model.add(tf.layers.softmax());
// which of ten moments
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }); // expect: clean
export default model;
