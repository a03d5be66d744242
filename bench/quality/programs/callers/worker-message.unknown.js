// A web worker: the model's output arrives as numbers.
import * as tf from '@tensorflow/tfjs';

self.onmessage = ({ data }) => {
  const { output, labels, shape } = data;
  const loss = tf.losses.softmaxCrossEntropy(tf.tensor(labels, shape), tf.tensor(output, shape)); // expect: unknown
  self.postMessage(loss.dataSync()[0]);
};
