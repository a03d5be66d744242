import * as tf from '@tensorflow/tfjs';

export function create(task, inputs, outputs) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [inputs], units: 16, activation: 'relu' }));
  let loss;
  switch (task) {
    case 'binary':
      model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
      loss = 'binaryCrossentropy';
      break;
    case 'multiclass':
      model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }));
      loss = 'categoricalCrossentropy';
      break;
    default:
      model.add(tf.layers.dense({ units: outputs }));
      loss = 'meanSquaredError';
  }
  model.compile({ optimizer: 'adam', loss }); // expect: clean
  return model;
}
