import * as tf from '@tensorflow/tfjs';

const hidden = [32, 16].map((units, i) => tf.layers.dense({ units, activation: 'relu', inputShape: i === 0 ? [8] : undefined }));
const output = [tf.layers.dense({ units: 3, name: 'scores' }), tf.layers.softmax({ name: 'softmax' })];

const model = tf.sequential({ layers: [...hidden, ...output.filter((layer) => layer.name !== 'dropout')] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export default model;
