import * as tf from '@tensorflow/tfjs';

export class Trainer {
  constructor(model, options = {}) {
    this.model = model;
    this.epochs = options.epochs ?? 10;
    this.model.compile({ optimizer: options.optimizer ?? 'adam', loss: 'sparseCategoricalCrossentropy' }); // expect: unknown
  }

  run(xs, ys) {
    return this.model.fit(xs, ys, { epochs: this.epochs });
  }
}
