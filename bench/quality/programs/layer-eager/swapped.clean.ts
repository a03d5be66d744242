import * as tf from '@tensorflow/tfjs';

export async function fineTune(base: tf.LayersModel, xs: tf.Tensor, labels: tf.Tensor1D, classes: number) {
  const head = tf.sequential({ layers: [tf.layers.dense({ inputShape: [256], units: classes })] });
  const optimizer = tf.train.adam(1e-4);
  const ys = tf.oneHot(labels.toInt(), classes);
  const embeddings = base.predict(xs) as tf.Tensor2D;

  for (let step = 0; step < 200; step++) {
    const loss = optimizer.minimize(() => {
      const out = head.apply(embeddings) as tf.Tensor2D;
      return tf.losses.softmaxCrossEntropy(ys, out); // expect: clean
    }, true);
    if (step % 20 === 0) console.log(step, (await loss!.data())[0]);
    loss!.dispose();
  }
  return head;
}
