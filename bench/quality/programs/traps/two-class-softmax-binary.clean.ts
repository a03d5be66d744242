import * as tf from '@tensorflow/tfjs';

const model = tf.sequential({
  layers: [tf.layers.dense({ inputShape: [9], units: 12, activation: 'relu' }), tf.layers.dense({ units: 2, activation: 'softmax' })],
});
model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' }); // expect: clean

export const fit = (x: tf.Tensor2D, healthy: number[]) => model.fit(x, tf.oneHot(tf.tensor1d(healthy, 'int32'), 2), { epochs: 9 });
