import * as tf from '@tensorflow/tfjs';

let activation = 'softmax';
activation = 'linear';

function build() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [4], units: 3, activation }));
  return model;
}

const model = build();
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
