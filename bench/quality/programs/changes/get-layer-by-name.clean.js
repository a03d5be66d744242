import * as tf from '@tensorflow/tfjs';

const full = tf.sequential();
full.add(tf.layers.dense({ inputShape: [10], units: 4, name: 'scores' }));
full.add(tf.layers.activation({ activation: 'softmax', name: 'probabilities' }));

const model = tf.model({ inputs: full.inputs, outputs: full.getLayer('scores').output });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
