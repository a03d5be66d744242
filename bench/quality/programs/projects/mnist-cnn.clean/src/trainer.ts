import * as tf from '@tensorflow/tfjs-node';
import type { Config } from './config.js';

export interface Split {
  images: tf.Tensor4D;
  labels: tf.Tensor2D;
}

export class Trainer {
  constructor(
    private readonly model: tf.Sequential,
    private readonly settings: Config['training'],
  ) {
    this.model.compile({
      optimizer: tf.train.adam(settings.learningRate),
      loss: tf.losses.softmaxCrossEntropy, // expect: clean
      metrics: ['accuracy'],
    });
  }

  async train(split: Split): Promise<tf.History> {
    const { epochs, batchSize } = this.settings;
    return this.model.fit(split.images, split.labels, { epochs, batchSize, validationSplit: 0.15 });
  }

  evaluate({ images, labels }: Split): { loss: number; accuracy: number } {
    const [loss, accuracy] = this.model.evaluate(images, labels) as tf.Scalar[];
    return { loss: loss.dataSync()[0], accuracy: accuracy.dataSync()[0] };
  }
}
