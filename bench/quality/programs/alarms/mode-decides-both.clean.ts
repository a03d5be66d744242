import * as tf from '@tensorflow/tfjs';

interface Mode {
  activation: 'softmax' | 'sigmoid' | 'linear';
  loss: string | typeof tf.losses.softmaxCrossEntropy;
}

const MODES: Record<'single' | 'multi' | 'raw', Mode> = {
  single: { activation: 'softmax', loss: 'categoricalCrossentropy' },
  multi: { activation: 'sigmoid', loss: 'binaryCrossentropy' },
  raw: { activation: 'linear', loss: tf.losses.softmaxCrossEntropy }, // or here
};

export function build(kind: keyof typeof MODES, units: number) {
  const mode = MODES[kind];
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [8], units, activation: mode.activation })] });
  model.compile({ optimizer: 'adam', loss: mode.loss }); // expect: clean
  return model;
}
