const tf = require('@tensorflow/tfjs');

const w = tf.variable(tf.randomNormal([4, 3]));

// the third argument is the weights, the fourth the smoothing
exports.cost = (x, ids) => tf.losses.softmaxCrossEntropy(tf.oneHot(ids, 3), x.matMul(w), undefined, 0.1); // expect: clean
