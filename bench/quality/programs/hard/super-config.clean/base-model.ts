import * as tf from '@tensorflow/tfjs';
import type { ModelConfig } from './config';

export abstract class BaseModel {
  protected model: tf.Sequential = tf.sequential();
  protected output: ModelConfig['output'];
  protected loss: string | typeof tf.losses.softmaxCrossEntropy = 'meanSquaredError';

  constructor(protected config: ModelConfig) {
    this.output = config.output;
  }

  build() {
    const { inputUnits, hiddenUnits } = this.config;
    hiddenUnits.forEach((units, index) => {
      this.model.add(tf.layers.dense({ units, activation: 'relu', inputShape: index === 0 ? [inputUnits] : undefined }));
    });
    this.model.add(tf.layers.dense({ ...this.output }));
    return this;
  }

  compile() {
    // or here
    this.model.compile({ optimizer: tf.train.adam(this.config.learningRate), loss: this.loss });
    return this;
  }

  fit(x: tf.Tensor, y: tf.Tensor) {
    return this.model.fit(x, y, { epochs: 10 });
  }
}
