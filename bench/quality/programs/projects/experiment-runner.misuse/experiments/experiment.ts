import type * as tf from '@tensorflow/tfjs';

export type Loss = Parameters<tf.LayersModel['compile']>[0]['loss'];

export interface Experiment {
  name: string;
  loss: Loss;
  build(inputs: number, classes: number): tf.LayersModel;
}
