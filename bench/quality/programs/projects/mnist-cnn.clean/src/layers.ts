import * as tf from '@tensorflow/tfjs-node';

export function convBlock(filters: number, dropout: number, inputShape?: number[]): tf.layers.Layer[] {
  return [
    tf.layers.conv2d({ filters, kernelSize: 3, activation: 'relu', padding: 'same', inputShape }),
    tf.layers.batchNormalization(),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.dropout({ rate: dropout }),
  ];
}

export function classifierHead(units: number, classes: number): tf.layers.Layer[] {
  return [
    tf.layers.flatten(),
    tf.layers.dense({ units, activation: 'relu' }),
    tf.layers.dense({ units: classes, name: 'digits' }),
  ];
}
