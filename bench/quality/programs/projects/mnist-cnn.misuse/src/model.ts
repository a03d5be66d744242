import * as tf from '@tensorflow/tfjs-node';
import type { Config } from './config.js';
import { classifierHead, convBlock } from './layers.js';

export function createModel(config: Config): tf.Sequential {
  const { width, height, channels } = config.image;
  const model = tf.sequential({ name: 'mnist' });
  const blocks = config.filters.flatMap((filters, i) =>
    convBlock(filters, config.dropout, i === 0 ? [height, width, channels] : undefined),
  );
  for (const layer of [...blocks, ...classifierHead(config.dense, config.classes)]) model.add(layer);
  return model;
}
