import * as tf from '@tensorflow/tfjs';

const outputs = {
  ['softmax']: (x) => tf.softmax(x),
  ['none']: (x) => x,
};

const w = tf.variable(tf.randomNormal([5, 5]));
const mode = 'softmax';

export const cost = (x, y) => tf.losses.softmaxCrossEntropy(y, outputs[mode](tf.matMul(x, w))); // expect: probabilities-as-logits
