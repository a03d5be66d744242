import { layers, losses, sequential, train, type LayersModel } from '@tensorflow/tfjs';

export const CATEGORIES = ['cat', 'house', 'tree', 'car'] as const;

export function createModel(): LayersModel {
  const model = sequential();
  model.add(layers.conv2d({ inputShape: [28, 28, 1], kernelSize: 3, filters: 16, activation: 'relu' }));
  model.add(layers.maxPooling2d({ poolSize: 2 }));
  model.add(layers.flatten());
  model.add(layers.dense({ units: 100, activation: 'relu' }));
  model.add(layers.dense({ units: CATEGORIES.length }));
  return model;
}

export function compileModel(model: LayersModel) {
  model.compile({ optimizer: train.adam(), loss: losses.softmaxCrossEntropy, metrics: ['accuracy'] }); // expect: clean
}
