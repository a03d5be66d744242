// runnable: loss >= 0.5031
const tf = require('@tensorflow/tfjs');

const x = tf.tensor2d([[-3], [-2], [-1.5], [-1], [1], [1.5], [2], [3]]);
const y = tf.tensor2d([[0], [0], [0], [0], [1], [1], [1], [1]]);
const weight = tf.variable(tf.tensor2d([[0.1]]));
const bias = tf.variable(tf.scalar(0));
const predict = (input) => tf.add(tf.matMul(input, weight), bias);

const optimizer = tf.train.sgd(2);
let cost;
for (let i = 0; i < 200; i++) {
  cost = optimizer.minimize(() => {
    let out = predict(x);
    out = tf.sigmoid(out);
    return tf.losses.sigmoidCrossEntropy(y, out); // expect: probabilities-as-logits
  }, true);
}
console.log('loss', cost.dataSync()[0]);
