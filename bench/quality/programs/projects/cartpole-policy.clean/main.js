import * as tf from '@tensorflow/tfjs';
import { CartPole } from './environment.js';
import { Policy } from './policy.js';
import { rollout } from './rollout.js';

const policy = new Policy([32, 16]);
const optimizer = tf.train.adam(0.02);
const env = new CartPole();

function update({ states, actions, returns }) {
  const x = tf.tensor2d(states);
  const chosen = tf.oneHot(tf.tensor1d(actions, 'int32'), 2);
  const weights = tf.tensor1d(returns);
  return optimizer.minimize(() => {
    const scores = policy.scores(x);
    return tf.losses.softmaxCrossEntropy(chosen, scores, weights); // expect: clean
  }, true);
}

for (let game = 0; game < 200; game++) {
  const loss = update(rollout(env, policy, 500));
  console.log(game, loss.dataSync()[0]);
  loss.dispose();
}
