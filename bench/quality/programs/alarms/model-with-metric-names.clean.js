import * as tf from '@tensorflow/tfjs';

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [7], units: 1, activation: 'sigmoid' })] });
model.compile({
  optimizer: 'adam',
  loss: 'binaryCrossentropy', // expect: clean
  metrics: ['binaryAccuracy', tf.metrics.precision, tf.metrics.recall],
});
export default model;
