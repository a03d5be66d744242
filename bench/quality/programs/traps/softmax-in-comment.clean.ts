import * as tf from '@tensorflow/tfjs';

const model = tf.sequential();
model.add(tf.layers.dense({ units: 10, inputShape: [5], activation: 'relu' }));
// model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
model.add(tf.layers.dense({ units: 3 /*, activation: 'softmax' */ }));
const help = `use model.add(tf.layers.softmax()) and 'categoricalCrossentropy'`;
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
console.log(help);
