import * as tf from '@tensorflow/tfjs';
import { Model } from './audio/model';
import { Model as ImageModel } from './image/model';

const audio = new Model();
audio.net.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits

const image = new ImageModel();
image.net.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }); // expect: logits-as-probabilities
