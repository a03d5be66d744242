import * as tf from '@tensorflow/tfjs';
import { settings } from './settings';

export const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], ...settings })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
