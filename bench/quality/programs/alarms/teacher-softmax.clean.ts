import * as tf from '@tensorflow/tfjs';

const teacher = tf.sequential({ layers: [tf.layers.dense({ inputShape: [10], units: 4, activation: 'softmax' })] });
const student = tf.sequential({ layers: [tf.layers.dense({ inputShape: [10], units: 4 })] });

export const distil = (x: tf.Tensor2D) =>
  tf.losses.softmaxCrossEntropy(teacher.predict(x) as tf.Tensor2D, student.apply(x) as tf.Tensor2D); // expect: clean
