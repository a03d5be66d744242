import * as tf from '@tensorflow/tfjs';

function compileAndReport(model, lr) {
  model.compile({ optimizer: tf.train.adam(lr), loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  model.summary();
}

const small = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: 'linear' })] });
const large = tf.sequential({
  layers: [tf.layers.dense({ inputShape: [4], units: 50, activation: 'relu' }), tf.layers.dense({ units: 3, activation: 'linear' })],
});

compileAndReport(small, 0.1);
compileAndReport(large, 0.01);
