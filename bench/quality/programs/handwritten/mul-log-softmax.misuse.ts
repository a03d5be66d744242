import * as tf from '@tensorflow/tfjs';

const policy = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [6], units: 32, activation: 'relu' }),
    tf.layers.dense({ units: 4, activation: 'softmax' }),
  ],
});
const optimizer = tf.train.adam(1e-3);

export function reinforce(states: tf.Tensor2D, actions: tf.Tensor1D, returns: tf.Tensor1D) {
  return optimizer.minimize(() => {
    const out = policy.apply(states) as tf.Tensor2D;
    const logProb = tf.logSoftmax(out); // or here
    const chosen = tf.oneHot(actions, 4).mul(logProb).sum(1); // expect: probabilities-as-logits
    return chosen.mul(returns).mean().neg() as tf.Scalar;
  });
}
