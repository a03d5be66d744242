import * as tf from '@tensorflow/tfjs';

async function newModel() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [10], units: 3, activation: 'softmax' }));
  return model;
}

export async function open(path: string) {
  let model: tf.LayersModel;
  try {
    model = await tf.loadLayersModel(path);
  } catch {
    model = await newModel();
  }
  // what is loaded was saved by `newModel`, or so one hopes
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }); // expect: unknown
  return model;
}
