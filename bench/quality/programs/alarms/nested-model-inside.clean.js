import * as tf from '@tensorflow/tfjs';

const topic = tf.sequential({ layers: [tf.layers.dense({ inputShape: [20], units: 6, activation: 'softmax' })] });

const model = tf.sequential();
model.add(topic);
model.add(tf.layers.dense({ units: 3 }));
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
