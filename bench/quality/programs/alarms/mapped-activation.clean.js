import * as tf from '@tensorflow/tfjs';

const RAW = { softmax: 'linear', sigmoid: 'linear', relu: 'relu' };

const spec = [{ units: 8, activation: 'relu', inputShape: [4] }, { units: 3, activation: 'softmax' }];
const model = tf.sequential({ layers: spec.map((each) => tf.layers.dense({ ...each, activation: RAW[each.activation] })) });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export { model };
