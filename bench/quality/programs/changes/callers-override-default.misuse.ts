import * as tf from '@tensorflow/tfjs';

function head(units: number, activation: 'softmax' | 'linear' = 'softmax') {
  return tf.layers.dense({ units, activation });
}

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [6], units: 6, activation: 'relu' }));
model.add(head(3));
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export default model;
