import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';

export async function calibrate(url: string, images: tf.Tensor4D, labels: tf.Tensor2D) {
  const model = await loadGraphModel(url);
  const out = model.predict(images) as tf.Tensor2D;
  return tf.losses.softmaxCrossEntropy(labels, out).dataSync()[0]; // expect: unknown
}
