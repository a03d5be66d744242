import * as tf from '@tensorflow/tfjs';

export async function transfer(url: string, breeds: string[]) {
  const body = await tf.loadLayersModel(url);
  body.layers.forEach((layer) => {
    layer.trainable = false;
  });
  const bottleneck = body.getLayer('global_average_pooling2d_1').output as tf.SymbolicTensor;
  const out = tf.layers.dense({ units: breeds.length }).apply(bottleneck) as tf.SymbolicTensor;
  const model = tf.model({ inputs: body.inputs, outputs: out });
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy, metrics: ['accuracy'] }); // expect: clean
  return model;
}
