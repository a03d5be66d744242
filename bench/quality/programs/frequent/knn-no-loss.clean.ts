// A regression beside a classifier, as in many course repositories.
import * as tf from '@tensorflow/tfjs';

export const houses = tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units: 1 })] });
houses.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError' });

export const tenants = tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units: 4, activation: 'softmax' })] });
tenants.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy', metrics: ['acc'] }); // expect: clean
