import * as tf from '@tensorflow/tfjs';

const full = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [10], units: 32, activation: 'relu' }),
    tf.layers.dense({ units: 4 }),
    tf.layers.activation({ activation: 'softmax' }),
  ],
});

const cut = full.layers[full.layers.length - 2];
const scores = tf.model({ inputs: full.inputs, outputs: cut.output as tf.SymbolicTensor });
scores.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export { scores };
