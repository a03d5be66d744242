// Where is the ball? One channel, a softmax over all places.
import * as tf from '@tensorflow/tfjs';

const model = tf.sequential();
model.add(tf.layers.conv2d({ inputShape: [16, 16, 3], filters: 8, kernelSize: 3, padding: 'same', activation: 'relu' }));
model.add(tf.layers.conv2d({ filters: 1, kernelSize: 1 }));
model.add(tf.layers.flatten());
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export default model;
