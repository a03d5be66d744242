import * as tf from '@tensorflow/tfjs';

type Task = 'binary' | 'multiclass' | 'regression';

export function head(task: Task, units: number) {
  switch (task) {
    case 'binary':
      return { layer: tf.layers.dense({ units: 1, activation: 'sigmoid' }), loss: 'binaryCrossentropy' };
    case 'multiclass':
      return { layer: tf.layers.dense({ units, activation: 'softmax' }), loss: 'categoricalCrossentropy' }; // or here
    default:
      return { layer: tf.layers.dense({ units }), loss: 'meanSquaredError' };
  }
}

export function create(task: Task, inputs: number, units: number) {
  const { layer, loss } = head(task, units);
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [inputs], units: 20, activation: 'relu' }));
  model.add(layer);
  model.compile({ optimizer: 'adam', loss }); // expect: clean
  return model;
}
