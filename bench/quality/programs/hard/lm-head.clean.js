import * as tf from '@tensorflow/tfjs';

const d = 64;
const vocab = 8000;

const embed = tf.layers.embedding({ inputDim: vocab, outputDim: d });
const blocks = [0, 1].map(() => [tf.layers.dense({ units: 4 * d, activation: 'gelu' }), tf.layers.dense({ units: d })]);
const lmHead = tf.layers.dense({ units: vocab, useBias: false });

function forward(tokens) {
  let x = embed.apply(tokens);
  for (const [up, down] of blocks) x = tf.add(x, down.apply(up.apply(x)));
  return x;
}

export function loss(tokens, next) {
  return tf.tidy(() => {
    const hidden = forward(tokens);
    const logits = lmHead.apply(hidden);
    const target = tf.oneHot(next, vocab);
    return tf.losses.softmaxCrossEntropy(target, logits).asScalar(); // expect: clean
  });
}
