import * as tf from '@tensorflow/tfjs';

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [16], units: 4 })] });
const optimizer = tf.train.adam(0.01);
let hits = 0;

export function step(x: tf.Tensor2D, y: tf.Tensor2D) {
  return optimizer.minimize(() => {
    const scores = model.apply(x) as tf.Tensor2D;
    const shown = tf.softmax(scores);
    hits += shown.argMax(1).equal(y.argMax(1)).sum().dataSync()[0];
    shown.slice([0, 0], [1, 4]).print();
    return tf.losses.softmaxCrossEntropy(y, shown).asScalar(); // expect: probabilities-as-logits
  }, true);
}
