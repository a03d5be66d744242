import * as tf from '@tensorflow/tfjs';

const settings = { activation: 'softmax', units: 3 };

export function configure(overrides) {
  Object.assign(settings, overrides);
}

configure({ activation: 'linear' });
const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], ...settings })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export { model };
