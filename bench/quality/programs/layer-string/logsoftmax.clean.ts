import * as tf from '@tensorflow/tfjs';

export class LanguageIdentifier {
  private model?: tf.LayersModel;

  async train(texts: string[], langs: number[], languages: string[]) {
    const x = tf.stack(texts.map((t) => this.trigrams(t)));
    const y = tf.oneHot(tf.tensor1d(langs, 'int32'), languages.length);
    const input = tf.input({ shape: [1024] });
    const hidden = tf.layers.dense({ units: 64, activation: 'relu' }).apply(input);
    const output = tf.layers.dense({ units: languages.length, activation: 'softmax' as never }).apply(hidden);
    this.model = tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
    this.model.compile({ optimizer: 'rmsprop', loss: 'categoricalCrossentropy' }); // expect: clean
    await this.model.fit(x, y, { epochs: 12 });
  }

  private trigrams(text: string): tf.Tensor1D {
    const counts = new Float32Array(1024);
    for (let i = 0; i + 3 <= text.length; i++) {
      let hash = 0;
      for (let j = 0; j < 3; j++) hash = (hash * 31 + text.charCodeAt(i + j)) % 1024;
      counts[hash]++;
    }
    return tf.tensor1d(counts);
  }
}
