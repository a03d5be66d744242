import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([6, 4]));
const partial = (fn, ...first) => (...rest) => fn(...first, ...rest);

export function makeCost(labels) {
  const target = tf.oneHot(labels, 4);
  const against = tf.losses.softmaxCrossEntropy.bind(null, target); // or here
  const cost = partial(against);
  return (x) => cost(tf.matMul(x, w)); // expect: clean
}
