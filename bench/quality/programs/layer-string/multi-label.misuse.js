// Several tags can be true of one picture.
import * as tf from '@tensorflow/tfjs';

const TAGS = ['indoor', 'people', 'animal', 'food', 'sports', 'night'];

export function tagger() {
  const input = tf.input({ shape: [1024] });
  const hidden = tf.layers.dense({ units: 256, activation: 'swish' }).apply(input);
  const dropped = tf.layers.dropout({ rate: 0.3 }).apply(hidden);
  const tags = tf.layers.dense({ units: TAGS.length, activation: 'softmax' }).apply(dropped);
  const model = tf.model({ inputs: input, outputs: tags });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' }); // expect: distribution-as-binary
  return model;
}
