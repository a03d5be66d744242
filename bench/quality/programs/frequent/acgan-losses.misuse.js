import * as tf from '@tensorflow/tfjs';

const NUM_CLASSES = 10;

function buildDiscriminator() {
  const cnn = tf.sequential();
  cnn.add(tf.layers.conv2d({ filters: 32, kernelSize: 3, strides: 2, inputShape: [28, 28, 1] }));
  cnn.add(tf.layers.leakyReLU({ alpha: 0.2 }));
  cnn.add(tf.layers.dropout({ rate: 0.3 }));
  cnn.add(tf.layers.flatten());
  const image = tf.input({ shape: [28, 28, 1] });
  const features = cnn.apply(image);
  const realness = tf.layers.dense({ units: 1, activation: 'sigmoid' }).apply(features);
  const aux = tf.layers.dense({ units: NUM_CLASSES, activation: 'sigmoid' }).apply(features);
  return tf.model({ inputs: image, outputs: [realness, aux] });
}

const discriminator = buildDiscriminator();
discriminator.compile({
  optimizer: tf.train.adam(0.0002, 0.5),
  loss: ['binaryCrossentropy', 'sparseCategoricalCrossentropy'], // expect: clean, probabilities-as-distribution
});
export default discriminator;
