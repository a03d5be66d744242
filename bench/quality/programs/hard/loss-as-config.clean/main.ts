import * as tf from '@tensorflow/tfjs';
import config from './config.json';
import { createModel } from './model';

const model = createModel();
model.compile({ optimizer: tf.train.adam(config.learningRate), loss: tf.losses.softmaxCrossEntropy }); // expect: clean
model.summary();
