// The low-level API: a convolutional network of two layers, and its loss.
import * as tf from '@tensorflow/tfjs';

const LEARNING_RATE = 0.1;
const optimizer = tf.train.sgd(LEARNING_RATE);

const conv1Weights = tf.variable(tf.randomNormal([5, 5, 1, 8], 0, 0.1));
const conv2Weights = tf.variable(tf.randomNormal([5, 5, 8, 16], 0, 0.1));
const fullyConnectedWeights = tf.variable(tf.randomNormal([7 * 7 * 16, 10], 0, 1 / Math.sqrt(7 * 7 * 16)));
const fullyConnectedBias = tf.variable(tf.zeros([10]));

function loss(labels, ys) {
  return tf.losses.softmaxCrossEntropy(labels, ys).mean(); // expect: clean
}

function model(inputXs) {
  const xs = inputXs.as4D(-1, 28, 28, 1);
  const strides = 2;
  const pad = 0;

  const layer1 = tf.tidy(() => xs.conv2d(conv1Weights, 1, 'same').relu().maxPool([2, 2], strides, pad));
  const layer2 = tf.tidy(() => layer1.conv2d(conv2Weights, 1, 'same').relu().maxPool([2, 2], strides, pad));
  const scores = layer2.as2D(-1, fullyConnectedWeights.shape[0]).matMul(fullyConnectedWeights).add(fullyConnectedBias);
  return scores;
}

export async function train(data, log) {
  for (let i = 0; i < 100; i++) {
    const cost = optimizer.minimize(() => {
      const batch = data.nextTrainBatch(64);
      return loss(batch.labels, model(batch.xs));
    }, true);
    log(`loss[${i}]: ${cost.dataSync()}`);
    await tf.nextFrame();
  }
}

export function predict(x) {
  return tf.tidy(() => Array.from(model(x).argMax(1).dataSync()));
}
