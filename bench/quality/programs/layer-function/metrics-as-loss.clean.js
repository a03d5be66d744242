import * as tf from '@tensorflow/tfjs';

function createConvModel(numClasses) {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ inputShape: [64, 64, 3], filters: 16, kernelSize: 3, activation: 'relu' }));
  model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
  model.add(tf.layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }));
  model.add(tf.layers.globalAveragePooling2d({}));
  model.add(tf.layers.dense({ units: numClasses, activation: 'softmax' }));
  return model;
}

export async function trainOn(dataset, numClasses) {
  const model = createConvModel(numClasses);
  model.compile({
    optimizer: tf.train.momentum(0.01, 0.9),
    loss: tf.metrics.categoricalCrossentropy, // expect: clean
  });
  await model.fitDataset(dataset.batch(32), { epochs: 8 });
  return model;
}
