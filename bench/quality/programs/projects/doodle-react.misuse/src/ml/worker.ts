import * as Comlink from 'comlink';
import * as tf from '@tensorflow/tfjs';
import { CATEGORIES, compileModel, createModel } from './createModel';

const model = createModel();

const api = {
  async train(samples: Float32Array[], labels: number[], onEpoch: (loss: number) => void) {
    compileModel(model);
    const xs = tf.stack(samples.map((sample) => tf.tensor(sample, [28, 28, 1])));
    const ys = tf.oneHot(labels, CATEGORIES.length);
    await model.fit(xs, ys, { epochs: 10, callbacks: { onEpochEnd: (_, logs) => onEpoch(logs?.loss ?? Number.NaN) } });
  },
};

export type Api = typeof api;
Comlink.expose(api);
