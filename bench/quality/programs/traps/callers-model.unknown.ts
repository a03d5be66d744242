import * as tf from '@tensorflow/tfjs';

/** Part of a library: the model is the caller's. */
export function compile(model: tf.LayersModel, learningRate = 1e-3): tf.LayersModel {
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'categoricalCrossentropy' }); // expect: unknown
  return model;
}
