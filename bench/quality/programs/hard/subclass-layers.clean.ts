import * as tf from '@tensorflow/tfjs';

abstract class Net {
  protected model!: tf.LayersModel;

  constructor(protected readonly inputs: number, protected readonly outputs: number) {}

  protected abstract head(): tf.layers.Layer;

  init() {
    const model = tf.sequential();
    model.add(tf.layers.dense({ inputShape: [this.inputs], units: 32, activation: 'relu' }));
    model.add(this.head());
    model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
    this.model = model;
  }
}

class ClassifierNet extends Net {
  protected head() {
    return tf.layers.dense({ units: this.outputs, activation: 'linear' });
  }
}

export const net = new ClassifierNet(10, 4);
net.init();
