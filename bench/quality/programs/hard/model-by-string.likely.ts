import * as tf from '@tensorflow/tfjs';

const input = [24];

const builders = {
  shallow: () => tf.sequential({ layers: [tf.layers.dense({ inputShape: input, units: 5 })] }),
  deep: () =>
    tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: input, units: 64, activation: 'relu' }),
        tf.layers.dense({ units: 5, activation: 'softmax' }),
      ],
    }),
};

export function create(kind: keyof typeof builders) {
  const model = builders[kind]();
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits likely
  return model;
}
