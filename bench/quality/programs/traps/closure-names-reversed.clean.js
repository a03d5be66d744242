import * as tf from '@tensorflow/tfjs';

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [7], units: 4, activation: 'linear' })] });
// compile calls it as (yTrue, yPred), whatever the parameters are called
model.compile({ optimizer: 'adam', loss: (pred, label) => tf.losses.softmaxCrossEntropy(pred, label) }); // expect: clean
export default model;
