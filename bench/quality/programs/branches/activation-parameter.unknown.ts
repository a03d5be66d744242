import * as tf from '@tensorflow/tfjs';

export interface Options {
  activation: 'softmax' | 'linear';
  units: number;
}

/** Published in a package: whoever imports it chooses. */
export function classifier({ activation, units }: Options): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [16], units, activation }));
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: unknown
  return model;
}
