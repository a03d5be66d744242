const tf = require('@tensorflow/tfjs');

// the example of the documentation
const logits = tf.tensor2d([[0.4, 2.1, 0.3], [1.5, 0.2, 0.9]]);
const labels = tf.tensor2d([[0, 1, 0], [1, 0, 0]]);
tf.losses.softmaxCrossEntropy(labels, logits).print(); // expect: clean
