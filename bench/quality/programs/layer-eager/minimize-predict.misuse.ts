import * as tf from '@tensorflow/tfjs';

const model = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [4], units: 16, activation: 'relu' }),
    tf.layers.dense({ units: 2, activation: 'softmax' }),
  ],
});
const optimizer = tf.train.adam(0.01);

function trainStep(xs: tf.Tensor2D, ys: tf.Tensor2D): number {
  const cost = optimizer.minimize(() => {
    const pred = model.predict(xs) as tf.Tensor2D;
    return tf.losses.softmaxCrossEntropy(ys, pred).asScalar(); // expect: probabilities-as-logits
  }, true);
  return cost!.dataSync()[0];
}

export function train(batches: Iterable<{ xs: tf.Tensor2D; ys: tf.Tensor2D }>, epochs = 10) {
  for (let epoch = 0; epoch < epochs; epoch++) {
    let total = 0;
    let count = 0;
    for (const { xs, ys } of batches) {
      total += trainStep(xs, ys);
      count++;
    }
    console.log(`Epoch ${epoch + 1}: ${(total / count).toFixed(4)}`);
  }
}
