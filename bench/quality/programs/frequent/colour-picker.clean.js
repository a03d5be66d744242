import * as tf from '@tensorflow/tfjs';

const labelList = ['red-ish', 'green-ish', 'blue-ish', 'orange-ish', 'yellow-ish', 'pink-ish', 'purple-ish', 'brown-ish', 'grey-ish'];

export function train(data) {
  const colours = data.entries.map(({ r, g, b }) => [r / 255, g / 255, b / 255]);
  const labels = data.entries.map(({ label }) => labelList.indexOf(label));
  const xs = tf.tensor2d(colours);
  const labelsTensor = tf.tensor1d(labels, 'int32');
  const ys = tf.oneHot(labelsTensor, 9).cast('float32');
  labelsTensor.dispose();

  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 16, inputShape: [3], activation: 'sigmoid' }));
  model.add(tf.layers.dense({ units: 9, activation: 'softmax' }));
  model.compile({
    optimizer: tf.train.sgd(0.25),
    loss: 'categoricalCrossentropy', // expect: clean
    metrics: ['accuracy'],
  });
  return model.fit(xs, ys, { shuffle: true, validationSplit: 0.1, epochs: 100 });
}
