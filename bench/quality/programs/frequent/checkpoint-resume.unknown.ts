import * as tf from '@tensorflow/tfjs-node';

/** Continues a run; the network was made by another program. */
export async function resume(folder: string, data: tf.data.Dataset<tf.TensorContainer>) {
  const model = await tf.loadLayersModel(`file://${folder}/model.json`);
  const optimizer = tf.train.adam(1e-4);
  for (let epoch = 0; epoch < 3; epoch++) {
    await data.forEachAsync((batch) => {
      const { xs, ys } = batch as { xs: tf.Tensor; ys: tf.Tensor };
      optimizer.minimize(() => {
        const out = model.apply(xs, { training: true }) as tf.Tensor;
        return tf.losses.softmaxCrossEntropy(ys, out).asScalar(); // expect: unknown
      });
    });
    await model.save(`file://${folder}`);
  }
}
