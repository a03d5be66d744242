import * as tf from '@tensorflow/tfjs';

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [20], units: 10, activation: 'relu' }));
model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));

export async function train(xs: tf.Tensor, ys: tf.Tensor) {
  model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }); // expect: clean
  await model.fit(xs, ys, { epochs: 3 });
  model.compile({ optimizer: tf.train.adam(1e-5), loss: 'categoricalCrossentropy' }); // expect: clean
  return model.fit(xs, ys, { epochs: 30 });
}
