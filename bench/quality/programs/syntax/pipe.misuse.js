import * as tf from '@tensorflow/tfjs';

const pipe = (...steps) => (value) => steps.reduce((current, step) => step(current), value);

const w = tf.variable(tf.randomNormal([4, 3]));
const forward = pipe(
  (x) => tf.matMul(x, w),
  (x) => x.add(0.1),
  tf.softmax,
);

export const cost = (x, y) => tf.losses.softmaxCrossEntropy(y, forward(x)); // expect: probabilities-as-logits
