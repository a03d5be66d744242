import * as tf from '@tensorflow/tfjs';

let output = 'softmax';

function setOutput(value) {
  output = value;
}

function build() {
  return tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: output })] });
}

setOutput('linear');
const model = build();
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export { model };
