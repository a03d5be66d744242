import * as tf from '@tensorflow/tfjs';
import { MnistData } from './data.js';

const BATCH_SIZE = 64;
const TRAIN_STEPS = 100;

const conv = tf.sequential();
conv.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 5, activation: 'relu' }));
conv.add(tf.layers.maxPooling2d({ poolSize: 2 }));
conv.add(tf.layers.flatten());
conv.add(tf.layers.dropout({ rate: 0.25 }));
conv.add(tf.layers.dense({ units: 10 }));

const optimizer = tf.train.adam();

export async function train(data, log) {
  const returnCost = true;
  for (let i = 0; i < TRAIN_STEPS; i++) {
    const cost = optimizer.minimize(() => {
      const batch = data.nextTrainBatch(BATCH_SIZE);
      return loss(batch.labels, conv.apply(batch.xs.reshape([-1, 28, 28, 1]), { training: true }));
    }, returnCost);
    log(`loss[${i}]: ${cost.dataSync()}`);
    await tf.nextFrame();
  }
}

function loss(labels, ys) {
  return tf.losses.softmaxCrossEntropy(labels, ys).mean(); // expect: clean
}

export function predict(x) {
  return tf.tidy(() => conv.predict(x.reshape([-1, 28, 28, 1])).argMax(1));
}
