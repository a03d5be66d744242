import * as tf from '@tensorflow/tfjs';

export function gestureModel(frames: number, joints: number, gestures: number): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.gru({ units: 64, inputShape: [frames, joints * 3] }));
  model.add(tf.layers.dense({ units: 64, activation: 'relu' }));
  model.add(tf.layers.dense({ units: gestures, activation: 'relu' }));
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy, metrics: ['accuracy'] }); // expect: bounded-logits
  return model;
}
