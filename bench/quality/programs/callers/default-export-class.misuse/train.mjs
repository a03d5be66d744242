import * as tf from '@tensorflow/tfjs';
import Net from './net.mjs';

const model = new Net().create();
model.compile({ loss: tf.losses.softmaxCrossEntropy, optimizer: 'adam' }); // expect: probabilities-as-logits
