const tf = require('@tensorflow/tfjs');

const kernel = tf.variable(tf.randomNormal([8, 3]));

function forward(x) {
  if (x.rank === 1) return forward(x.expandDims(0));
  if (x.shape[1] !== 8) throw new Error('eight features, please');
  return x.matMul(kernel);
}

exports.loss = (x, y) => tf.losses.softmaxCrossEntropy(y, forward(x)); // expect: clean
