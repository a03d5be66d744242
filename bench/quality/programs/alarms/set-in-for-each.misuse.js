import * as tf from '@tensorflow/tfjs';

const spec = [{ units: 8, activation: 'relu', inputShape: [4] }, { units: 3, activation: 'softmax' }];
spec.forEach((layer) => {
  if (layer.activation === 'softmax') layer.units = 5;
});

const model = tf.sequential({ layers: spec.map((options) => tf.layers.dense(options)) });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export { model };
