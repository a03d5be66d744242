import * as tf from '@tensorflow/tfjs';

const spec = [{ units: 8, activation: 'relu', inputShape: [4] }, { units: 3, activation: 'softmax' }];
spec[spec.length - 1].activation = 'linear';

const model = tf.sequential({ layers: spec.map((options) => tf.layers.dense(options)) });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export { model };
