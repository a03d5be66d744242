import * as tf from '@tensorflow/tfjs';

export function segmentation(size: number, classes: number) {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ inputShape: [size, size, 3], filters: 32, kernelSize: 3, padding: 'same', activation: 'relu' }));
  model.add(tf.layers.conv2d({ filters: classes, kernelSize: 1, activation: 'softmax' }));
  model.compile({
    optimizer: tf.train.adam(),
    loss: (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.losses.softmaxCrossEntropy(yTrue, yPred), // expect: probabilities-as-logits
  });
  return model;
}
