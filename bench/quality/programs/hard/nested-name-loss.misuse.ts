// The losses are keyed by the name of a nested model that another method makes.
import * as tf from '@tensorflow/tfjs';

export class MultiTask {
  private heads: tf.LayersModel[] = [];

  private head(name: string, units: number, activation: 'softmax' | 'linear') {
    const input = tf.input({ shape: [64] });
    const out = tf.layers.dense({ units, activation }).apply(input) as tf.SymbolicTensor;
    this.heads.push(tf.model({ name, inputs: input, outputs: out }));
  }

  build() {
    this.head('species', 20, 'softmax');
    const image = tf.input({ shape: [128] });
    const trunk = tf.layers.dense({ units: 64, activation: 'relu' }).apply(image);
    const outputs = this.heads.map((head) => head.apply(trunk) as tf.SymbolicTensor);
    const model = tf.model({ inputs: image, outputs });
    model.compile({ optimizer: 'adam', loss: { species: tf.losses.softmaxCrossEntropy } }); // expect: probabilities-as-logits
    return model;
  }
}
