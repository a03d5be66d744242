import * as tf from '@tensorflow/tfjs';

export function fix(activation) {
  let used = activation;
  if (used === 'softmax') console.log(used);
  return tf.layers.dense({ inputShape: [4], units: 3, activation: used });
}

const model = tf.sequential({ layers: [fix('softmax')] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export { model };
