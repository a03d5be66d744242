import * as tf from '@tensorflow/tfjs';

const spec = {
  hidden: { units: 16, activation: 'relu' },
  output: { units: 3, activation: 'linear' },
} as const;

const model = tf.sequential();
for (const [name, options] of Object.entries(spec)) {
  model.add(tf.layers.dense({ name, inputShape: name === 'hidden' ? [4] : undefined, ...options }));
}
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
