import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs-node';
import { config } from './config.js';
import type { Split } from './trainer.js';

export async function loadSplit(name: 'train' | 'test'): Promise<Split> {
  const { width, height, channels } = config.image;
  const pixels = await readFile(`data/${name}-images.bin`);
  const digits = await readFile(`data/${name}-labels.bin`);
  const images = tf.tensor(Float32Array.from(pixels, (p) => p / 255), [digits.length, height, width, channels]) as tf.Tensor4D;
  return { images, labels: tf.oneHot(tf.tensor1d(Array.from(digits), 'int32'), config.classes) as tf.Tensor2D };
}
