import * as tf from '@tensorflow/tfjs';

let model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [5], units: 3, activation: 'linear' }));
model.summary();

// a second try
model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [5], units: 9, activation: 'relu' }));
model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export { model };
