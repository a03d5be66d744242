import * as tf from '@tensorflow/tfjs';

const head = { units: 4, activation: 'linear' as 'softmax' | 'linear' };
head.activation = 'softmax';

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [3], units: 8, activation: 'relu' }));
model.add(tf.layers.dense(head));
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export default model;
