import * as tf from '@tensorflow/tfjs';

export class Generator {
  constructor(data, lstmSizes) {
    this.data = data;
    this.charsetSize = data.charset.length;
    this.createModel(lstmSizes);
  }

  createModel(lstmSizes) {
    this.model = tf.sequential();
    lstmSizes.forEach((units, i) => {
      this.model.add(
        tf.layers.lstm({
          units,
          returnSequences: i < lstmSizes.length - 1,
          inputShape: i === 0 ? [this.data.sampleLength, this.charsetSize] : undefined,
        }),
      );
    });
    this.model.add(tf.layers.dense({ units: this.charsetSize, activation: 'softmax' }));
  }

  compileModel(learningRate) {
    const optimizer = tf.train.rmsprop(learningRate);
    this.model.compile({ optimizer, loss: 'categoricalCrossentropy' }); // expect: clean
  }

  async fit(steps, batchSize) {
    for (let i = 0; i < steps; i++) {
      const { xs, ys } = this.data.nextBatch(batchSize);
      const x = tf.oneHot(tf.tensor2d(xs, undefined, 'int32'), this.charsetSize);
      const y = tf.oneHot(tf.tensor1d(ys, 'int32'), this.charsetSize);
      await this.model.trainOnBatch(x, y);
      tf.dispose([x, y]);
    }
  }
}

export class SaveableGenerator extends Generator {
  async save() {
    return this.model.save(`indexeddb://generator-${this.charsetSize}`);
  }
}
