import * as tf from '@tensorflow/tfjs';

export const classifier = {
  model: null,
  classes: 4,

  init() {
    const input = tf.input({ shape: [12] });
    const hidden = tf.layers.dense({ units: 24, activation: 'relu' }).apply(input);
    const out = tf.layers.dense({ units: this.classes }).apply(hidden);
    this.model = tf.model({ inputs: input, outputs: out });
  },

  compile() {
    this.model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  },
};

classifier.init();
classifier.compile();
