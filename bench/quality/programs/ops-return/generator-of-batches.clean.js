const tf = require('@tensorflow/tfjs');

const w = tf.variable(tf.randomNormal([4, 3], 0, 1, 'float32', 9));

function* scored(batches) {
  for (const { x, y } of batches) yield { y, scores: tf.matMul(x, w) };
}

exports.epochLoss = function epochLoss(batches) {
  let total = 0;
  let n = 0;
  for (const { y, scores } of scored(batches)) {
    total += tf.losses.softmaxCrossEntropy(y, scores).dataSync()[0]; // expect: clean
    n += 1;
  }
  return total / n;
};
