import * as tf from '@tensorflow/tfjs';

const activation = 'softmax';
const out = tf.softmax(tf.zeros([1, 3]));
const w = tf.variable(tf.randomNormal([4, 3]));

export function cost(x, y) {
  const activation = 'linear';
  const head = tf.layers.dense({ units: 3, activation });
  {
    const out = head.apply(x);
    return tf.losses.softmaxCrossEntropy(y, out).add(w.square().mean()); // expect: clean
  }
}

export { activation, out };
