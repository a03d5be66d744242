import * as tf from '@tensorflow/tfjs';

function defaults(options) {
  return { units: 10, activation: 'softmax', ...options };
}

const model = tf.sequential();
const options = defaults({ units: 7 });
model.add(tf.layers.dense({ inputShape: [30], units: options.units, activation: options.activation }));
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export { model };
