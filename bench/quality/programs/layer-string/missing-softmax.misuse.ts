import * as tf from '@tensorflow/tfjs';

const IMAGE = 28;

function getModel() {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ inputShape: [IMAGE, IMAGE, 1], kernelSize: 5, filters: 8, activation: 'relu' }));
  model.add(tf.layers.maxPooling2d({ poolSize: [2, 2], strides: [2, 2] }));
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 10, kernelInitializer: 'varianceScaling' }));

  const optimizer = tf.train.adam();
  model.compile({
    optimizer: optimizer,
    loss: 'categoricalCrossentropy', // expect: logits-as-probabilities
    metrics: ['accuracy'],
  });
  return model;
}

export async function train(data: { nextTrainBatch(n: number): { xs: tf.Tensor; labels: tf.Tensor } }) {
  const model = getModel();
  const [xs, ys] = tf.tidy(() => {
    const d = data.nextTrainBatch(5500);
    return [d.xs.reshape([5500, IMAGE, IMAGE, 1]), d.labels];
  });
  return model.fit(xs, ys, { batchSize: 512, epochs: 10, shuffle: true });
}
