import * as tf from '@tensorflow/tfjs-node';
import { Sampling } from './layers';

export function encoder(pixels: number, latent: number) {
  const input = tf.input({ shape: [pixels] });
  const hidden = tf.layers.dense({ units: 256, activation: 'relu' }).apply(input);
  const mean = tf.layers.dense({ units: latent }).apply(hidden) as tf.SymbolicTensor;
  const logVariance = tf.layers.dense({ units: latent }).apply(hidden) as tf.SymbolicTensor;
  const z = new Sampling({}).apply([mean, logVariance]) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: [mean, logVariance, z] });
}

export function decoder(pixels: number, latent: number) {
  return tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [latent], units: 256, activation: 'relu' }),
      tf.layers.dense({ units: pixels }),
    ],
  });
}
