import * as tf from '@tensorflow/tfjs';

const head = tf.layers.dense({ units: 7 });

export function step(x: tf.Tensor, y: tf.Tensor, verbose: boolean) {
  const out = head.apply(x) as tf.Tensor;
  let shown = out;
  if (verbose) {
    shown = tf.softmax(out);
    shown.print();
  }
  return tf.losses.softmaxCrossEntropy(y, out); // expect: clean
}
