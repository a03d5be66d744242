import * as tf from '@tensorflow/tfjs';

export async function resume(url, xs, ys) {
  const model = await tf.loadLayersModel(url);
  model.compile({ optimizer: tf.train.adam(1e-5), loss: tf.losses.softmaxCrossEntropy }); // expect: unknown
  return model.fit(xs, ys);
}
