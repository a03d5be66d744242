import * as tf from '@tensorflow/tfjs';

const models = new Map<string, tf.Sequential>();

function register(name: string, activation: 'softmax' | 'linear') {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation })] });
  models.set(name, model);
}

register('iris', 'softmax');
const iris = models.get('iris')!;
iris.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
