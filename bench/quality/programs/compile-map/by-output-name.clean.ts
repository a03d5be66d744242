import * as tf from '@tensorflow/tfjs';

export function faceModel(identities: number) {
  const image = tf.input({ shape: [96, 96, 3] });
  let x = tf.layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }).apply(image) as tf.SymbolicTensor;
  x = tf.layers.globalAveragePooling2d({}).apply(x) as tf.SymbolicTensor;
  const age = tf.layers.dense({ units: 1, name: 'age' }).apply(x) as tf.SymbolicTensor;
  const smile = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'smile' }).apply(x) as tf.SymbolicTensor;
  const who = tf.layers.dense({ units: identities, activation: 'softmax', name: 'who' }).apply(x) as tf.SymbolicTensor;
  const model = tf.model({ inputs: image, outputs: [age, smile, who] });
  model.compile({
    optimizer: 'adam',
    loss: {
      age: 'meanSquaredError',
      smile: 'binaryCrossentropy', // expect: clean
      who: 'categoricalCrossentropy', // expect: clean
    },
  });
  return model;
}
