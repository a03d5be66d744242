import * as tf from '@tensorflow/tfjs';

class NetworkBuilder {
  private readonly model = tf.sequential();
  private first = true;

  constructor(private readonly inputs: number) {}

  dense(units: number, activation?: 'relu' | 'softmax'): this {
    const inputShape = this.first ? [this.inputs] : undefined;
    this.first = false;
    this.model.add(tf.layers.dense({ units, activation, inputShape }));
    return this;
  }

  dropout(rate: number): this {
    this.model.add(tf.layers.dropout({ rate }));
    return this;
  }

  build(): tf.Sequential {
    return this.model;
  }
}

const model = new NetworkBuilder(30).dense(64, 'relu').dropout(0.2).dense(5).build();
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
