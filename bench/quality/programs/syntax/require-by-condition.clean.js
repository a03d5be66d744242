const gpu = process.env.GPU === '1';
const tf = gpu ? require('@tensorflow/tfjs-node-gpu') : require('@tensorflow/tfjs-node');

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: 'linear' })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
module.exports = model;
