import * as tf from '@tensorflow/tfjs';

const spec = [
  { units: 8, activation: 'relu' },
  { units: 5, activation: 'softmax' },
];

const model = tf.sequential();
model.add(tf.layers.inputLayer({ inputShape: [4] }));
for (const options of spec) model.add(tf.layers.dense(options));
// on top of the topics, a linear read-out
model.add(tf.layers.dense({ units: 3 }));
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export { model };
