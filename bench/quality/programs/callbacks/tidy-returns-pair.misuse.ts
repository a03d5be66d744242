import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([5, 3]));

export function accuracyAndLoss(x: tf.Tensor2D, y: tf.Tensor2D) {
  const [scores, probs] = tf.tidy(() => {
    const z = x.matMul(w);
    return [z, tf.softmax(z)];
  });
  const right = probs.argMax(1).equal(y.argMax(1)).mean();
  const loss = tf.losses.softmaxCrossEntropy(y, probs); // expect: probabilities-as-logits
  return [right, loss];
}
