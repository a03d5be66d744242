import * as tf from '@tensorflow/tfjs-node';

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [20], units: 10, activation: 'selu' }));
model.add(tf.layers.dense({ units: 2, activation: undefined }));

export async function evaluate(dataset: tf.data.Dataset<{ xs: tf.Tensor2D; ys: tf.Tensor2D }>) {
  const losses: number[] = [];
  await dataset.forEachAsync(({ xs, ys }) => {
    const out = model.predictOnBatch(xs) as tf.Tensor2D;
    losses.push(tf.losses.softmaxCrossEntropy(ys, out).dataSync()[0]); // expect: clean
  });
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}
