// Iris flowers, three species; the data comes as rows of [sepalL, sepalW, petalL, petalW, species].
import * as tf from '@tensorflow/tfjs';
import { IRIS_DATA, IRIS_CLASSES } from './iris-data';

const NUM_CLASSES = IRIS_CLASSES.length;

function toTensors(rows: number[][]): [tf.Tensor2D, tf.Tensor2D] {
  tf.util.shuffle(rows);
  const xs = tf.tensor2d(rows.map((row) => row.slice(0, 4)));
  const ys = tf.oneHot(tf.tensor1d(rows.map((row) => row[4]), 'int32'), NUM_CLASSES) as tf.Tensor2D;
  return [xs, ys];
}

async function trainModel(xTrain: tf.Tensor2D, yTrain: tf.Tensor2D, xTest: tf.Tensor2D, yTest: tf.Tensor2D) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 10, activation: 'sigmoid', inputShape: [xTrain.shape[1]] }));
  model.add(tf.layers.dense({ units: 3 }));

  model.compile({
    optimizer: tf.train.adam(0.01),
    loss: tf.losses.softmaxCrossEntropy, // expect: clean
    metrics: ['accuracy'],
  });

  const history = await model.fit(xTrain, yTrain, {
    epochs: 40,
    validationData: [xTest, yTest],
    callbacks: {
      onEpochEnd: (epoch, logs) => console.log(`epoch ${epoch}: ${logs?.loss}`),
    },
  });
  return { model, history };
}

export async function main() {
  const [xs, ys] = toTensors(IRIS_DATA);
  const split = Math.floor(xs.shape[0] * 0.8);
  const { model } = await trainModel(
    xs.slice([0, 0], [split, 4]),
    ys.slice([0, 0], [split, NUM_CLASSES]),
    xs.slice([split, 0]),
    ys.slice([split, 0]),
  );
  await model.save('downloads://iris');
}
