import * as tf from '@tensorflow/tfjs';

const w = tf.variable(tf.randomNormal([4, 3]));

const trainer = (activate, loss) => (x, y) => loss(y, activate(tf.matMul(x, w))); // or here

export const a = trainer((z) => z, (y, z) => tf.losses.softmaxCrossEntropy(y, z)); // expect: clean
export const b = trainer(tf.softmax, (y, p) => tf.metrics.categoricalCrossentropy(y, p).mean()); // or here
