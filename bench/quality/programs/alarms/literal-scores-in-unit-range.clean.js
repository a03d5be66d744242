const tf = require('@tensorflow/tfjs');

// two rows that lie between 0 and 1 but do not sum to one
const scores = tf.tensor2d([[0.9, 0.3, 0.1], [0.2, 0.8, 0.4]]);
tf.losses.softmaxCrossEntropy(tf.oneHot([0, 1], 3), scores).print(); // expect: clean
