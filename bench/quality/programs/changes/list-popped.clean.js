import * as tf from '@tensorflow/tfjs';

const layers = [tf.layers.dense({ inputShape: [16], units: 16, activation: 'relu' }), tf.layers.dense({ units: 4 }), tf.layers.softmax()];
const last = layers.pop();
console.log('without', last.name);
const model = tf.sequential({ layers });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export { model };
