import * as tf from '@tensorflow/tfjs';

const head = tf.layers.dense({ units: 3 });

export function step(x, y) {
  let out = head.apply(x);
  const loss = tf.losses.softmaxCrossEntropy(y, out); // expect: clean
  out = tf.softmax(out);
  return { loss, confidence: out.max(1) };
}
