import type * as tf from '@tensorflow/tfjs';
import { experiments } from './experiments';

export async function run(name: string, xs: tf.Tensor, ys: tf.Tensor) {
  const { build, loss } = experiments[name];
  const model = build(xs.shape[1] as number, ys.shape[1] as number);
  model.compile({ optimizer: 'adam', loss }); // expect: clean
  return model.fit(xs, ys, { epochs: 10 });
}
