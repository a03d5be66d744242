const tf = require('@tensorflow/tfjs-node');
const config = require('./config');
const { GPT } = require('./gpt');

const gpt = new GPT(config);
const optimizer = tf.train.adam(3e-4);

function step(tokens, next) {
  return optimizer.minimize(() => {
    const { probs } = gpt.forward(tokens);
    return tf.losses.softmaxCrossEntropy(tf.oneHot(next, config.vocab), probs).asScalar(); // expect: probabilities-as-logits
  }, true);
}

module.exports = { step };
