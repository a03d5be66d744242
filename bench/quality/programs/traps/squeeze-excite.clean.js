import * as tf from '@tensorflow/tfjs';

function squeezeExcite(x, channels) {
  const pooled = tf.layers.globalAveragePooling2d({}).apply(x);
  const gate = tf.layers.dense({ units: channels, activation: 'sigmoid' }).apply(tf.layers.dense({ units: channels / 4, activation: 'relu' }).apply(pooled));
  return tf.layers.multiply().apply([x, tf.layers.reshape({ targetShape: [1, 1, channels] }).apply(gate)]);
}

export function net() {
  const input = tf.input({ shape: [32, 32, 3] });
  const conv = tf.layers.conv2d({ filters: 16, kernelSize: 3, activation: 'relu' }).apply(input);
  const pooled = tf.layers.globalAveragePooling2d({}).apply(squeezeExcite(conv, 16));
  const model = tf.model({ inputs: input, outputs: tf.layers.dense({ units: 1 }).apply(pooled) });
  model.compile({ optimizer: 'adam', loss: tf.losses.sigmoidCrossEntropy }); // expect: clean
  return model;
}
