import * as tf from '@tensorflow/tfjs';

const input = tf.input({ shape: [12] });
const trunk = tf.layers.dense({ units: 24, activation: 'relu' }).apply(input);
const heads = {
  topic: tf.layers.dense({ units: 5, name: 'topic', activation: 'softmax' }).apply(trunk),
  urgent: tf.layers.dense({ units: 1, name: 'urgent', activation: 'sigmoid' }).apply(trunk),
  owner: tf.layers.dense({ units: 7, name: 'owner' }).apply(trunk),
};

const model = tf.model({ inputs: input, outputs: [heads.owner, heads.topic, heads.urgent] });
model.compile({
  optimizer: 'adam',
  loss: {
    topic: 'categoricalCrossentropy', // expect: clean
    urgent: 'binaryCrossentropy', // expect: clean
    owner: tf.losses.softmaxCrossEntropy, // expect: clean
  },
});
export { model };
