import * as tf from '@tensorflow/tfjs';
import { BaseModel } from './base-model';

export class Classifier extends BaseModel {
  constructor(features: number, labels: string[]) {
    super({
      inputUnits: features,
      hiddenUnits: [32, 16],
      output: { units: labels.length, activation: 'linear' },
      learningRate: 0.01,
    });
    this.loss = tf.losses.softmaxCrossEntropy; // expect: clean
  }
}
