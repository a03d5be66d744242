import * as tf from '@tensorflow/tfjs';

const DEFAULTS = { units: 10, activation: 'linear', kernelInitializer: 'heNormal' };

const dense = (options) => tf.layers.dense({ ...DEFAULTS, ...options });

const model = tf.sequential({ layers: [dense({ inputShape: [64], activation: 'softmax' })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export { model };
