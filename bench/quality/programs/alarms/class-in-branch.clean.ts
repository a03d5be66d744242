import * as tf from '@tensorflow/tfjs';

abstract class Output {
  abstract layer(units: number): tf.layers.Layer;
  abstract readonly loss: string | typeof tf.losses.softmaxCrossEntropy;
}

class Probabilities extends Output {
  layer(units: number) {
    return tf.layers.dense({ units, activation: 'softmax' });
  }
  readonly loss = 'categoricalCrossentropy';
}

class Scores extends Output {
  layer(units: number) {
    return tf.layers.dense({ units });
  }
  readonly loss = tf.losses.softmaxCrossEntropy; // or here
}

export function build(output: Output, units = 4) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [10], units: 10, activation: 'relu' }));
  model.add(output.layer(units));
  model.compile({ optimizer: 'adam', loss: output.loss }); // expect: clean
  return model;
}

export const models = [new Probabilities(), new Scores()].map((output) => build(output));
