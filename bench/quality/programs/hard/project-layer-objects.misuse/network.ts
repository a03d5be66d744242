import type * as tf from '@tensorflow/tfjs';
import type { Layer } from './layers/layer';

export class Network {
  constructor(private readonly layers: Layer[]) {}

  forward(x: tf.Tensor): tf.Tensor {
    let out = x;
    for (const layer of this.layers) out = layer.forward(out);
    return out;
  }
}
