import * as tf from '@tensorflow/tfjs';

const settings = { activation: 'softmax', units: 3 };

export function configure(overrides) {
  Object.assign(settings, overrides);
}

configure({ units: 4 });
const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], ...settings })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export { model };
