// An entropy bonus and a KL penalty: logs of probabilities that are no cross-entropy with labels.
import * as tf from '@tensorflow/tfjs';

const policy = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3 })] });

export function cost(x: tf.Tensor2D, chosen: tf.Tensor2D, entropyWeight = 0.01): tf.Scalar {
  const logits = policy.apply(x) as tf.Tensor2D;
  const p = tf.softmax(logits);
  const entropy = p.mul(tf.log(p.add(1e-8))).sum(1).mean().neg(); // or here
  const ce = tf.losses.softmaxCrossEntropy(chosen, logits); // expect: clean
  return ce.sub(entropy.mul(entropyWeight)) as tf.Scalar;
}
