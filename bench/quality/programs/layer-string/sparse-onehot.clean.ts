import * as tf from '@tensorflow/tfjs';

const CLASSES = 5;

export async function trainActivity(windows: number[][][], activity: number[]) {
  const model = tf.sequential();
  model.add(tf.layers.conv1d({ inputShape: [128, 6], filters: 64, kernelSize: 3, activation: 'relu' }));
  model.add(tf.layers.globalMaxPooling1d());
  model.add(tf.layers.dense({ units: CLASSES, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' }); // expect: clean

  const xs = tf.tensor3d(windows);
  const ys = tf.tensor1d(activity).floor();
  await model.fit(xs, ys, { epochs: 10 });
  return model;
}
