import * as tf from '@tensorflow/tfjs-node';

const LATENT = 100;

function buildGenerator() {
  const g = tf.sequential();
  g.add(tf.layers.dense({ units: 3 * 3 * 64, inputShape: [LATENT], activation: 'relu' }));
  g.add(tf.layers.reshape({ targetShape: [3, 3, 64] }));
  g.add(tf.layers.conv2dTranspose({ filters: 1, kernelSize: 5, padding: 'same', activation: 'tanh' }));
  return g;
}

function buildDiscriminator() {
  const cnn = tf.sequential();
  cnn.add(tf.layers.conv2d({ filters: 32, kernelSize: 3, inputShape: [3, 3, 1], activation: 'relu', padding: 'same' }));
  cnn.add(tf.layers.flatten());
  const image = tf.input({ shape: [3, 3, 1] });
  const features = cnn.apply(image);
  const realness = tf.layers.dense({ units: 1, activation: 'sigmoid' }).apply(features) as tf.SymbolicTensor;
  const aux = tf.layers.dense({ units: 10, activation: 'linear' }).apply(features) as tf.SymbolicTensor;
  const d = tf.model({ inputs: image, outputs: [realness, aux] });
  d.compile({
    optimizer: tf.train.adam(2e-4, 0.5),
    loss: ['binaryCrossentropy', 'categoricalCrossentropy'], // expect: clean, logits-as-probabilities
  });
  return d;
}

export function buildCombined() {
  const generator = buildGenerator();
  const discriminator = buildDiscriminator();
  const latent = tf.input({ shape: [LATENT] });
  const fake = generator.apply(latent) as tf.SymbolicTensor;
  discriminator.trainable = false;
  const [realness, aux] = discriminator.apply(fake) as tf.SymbolicTensor[];
  const combined = tf.model({ inputs: latent, outputs: [realness, aux] });
  combined.compile({
    optimizer: 'adam',
    loss: ['binaryCrossentropy', 'categoricalCrossentropy'], // expect: clean, logits-as-probabilities
  });
  return combined;
}
