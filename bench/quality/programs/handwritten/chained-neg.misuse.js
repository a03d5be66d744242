const tf = require('@tensorflow/tfjs-node');

const w = tf.variable(tf.randomNormal([30, 6]));

function probabilities(x) {
  return tf.sigmoid(tf.matMul(x, w));
}

module.exports.nll = (x, y) => {
  const p = probabilities(x);
  return p.log().mul(y).sum(-1).neg().mean(); // expect: probabilities-as-distribution
};
