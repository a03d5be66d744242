import * as tf from '@tensorflow/tfjs';

const student = tf.sequential({ layers: [tf.layers.dense({ inputShape: [10], units: 4 })] });
const teacher = tf.sequential({ layers: [tf.layers.dense({ inputShape: [10], units: 4 })] });

export function distil(x: tf.Tensor2D) {
  const wanted = teacher.predict(x) as tf.Tensor2D;
  const own = student.apply(x) as tf.Tensor2D;
  // raw scores of the teacher are no distribution
  return tf.losses.softmaxCrossEntropy(tf.softmax(wanted), own); // expect: clean
}
