import * as tf from '@tensorflow/tfjs';
import { output, useRawScores } from './state.js';

useRawScores();
const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: output })] });
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export { model };
