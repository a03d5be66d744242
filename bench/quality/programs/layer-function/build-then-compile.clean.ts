import * as tf from '@tensorflow/tfjs-node';

interface Options {
  inputs: number;
  hidden: number[];
  classes: number;
}

function buildModel({ inputs, hidden, classes }: Options): tf.LayersModel {
  const model = tf.sequential();
  hidden.forEach((units, i) => {
    model.add(tf.layers.dense({ units, activation: 'relu', ...(i === 0 ? { inputShape: [inputs] } : {}) }));
  });
  model.add(tf.layers.dense({ units: classes, activation: undefined }));
  return model;
}

function compileModel(model: tf.LayersModel, learningRate: number): void {
  const optimizer = tf.train.rmsprop(learningRate);
  model.compile({ optimizer, loss: tf.losses.softmaxCrossEntropy, metrics: ['acc'] }); // expect: clean
}

async function main() {
  const model = buildModel({ inputs: 13, hidden: [64, 32], classes: 3 });
  compileModel(model, 0.002);
  const xs = tf.randomNormal([150, 13]);
  const ys = tf.oneHot(tf.randomUniform([150], 0, 3, 'int32'), 3);
  await model.fit(xs, ys, { epochs: 20 });
  console.log((model.evaluate(xs, ys) as tf.Scalar[]).map((t) => t.dataSync()[0]));
}

main();
