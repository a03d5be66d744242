import * as tf from '@tensorflow/tfjs';

const DEFAULTS = { units: 10, activation: 'softmax', kernelInitializer: 'heNormal' };

const dense = (options) => tf.layers.dense({ ...DEFAULTS, ...options });

const model = tf.sequential({ layers: [dense({ inputShape: [64], activation: 'linear' })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export { model };
