import * as tf from '@tensorflow/tfjs-node';
import { vaeLoss } from './losses';
import { decoder, encoder } from './model';

const PIXELS = 784;
const LATENT = 2;

export function train(batches: tf.Tensor2D[], epochs: number) {
  const enc = encoder(PIXELS, LATENT);
  const dec = decoder(PIXELS, LATENT);
  const optimizer = tf.train.adam();
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const batch of batches) {
      optimizer.minimize(() => {
        const [mean, logVariance, z] = enc.apply(batch) as tf.Tensor2D[];
        const decoded = dec.apply(z) as tf.Tensor2D;
        return vaeLoss(batch, decoded, mean, logVariance);
      });
    }
  }
  return { enc, dec };
}
