import * as tf from '@tensorflow/tfjs';

class Batches {
  constructor(private readonly x: tf.Tensor2D, private readonly y: tf.Tensor2D, private readonly size: number) {}

  *[Symbol.iterator](): Generator<[tf.Tensor2D, tf.Tensor2D]> {
    for (let i = 0; i + this.size <= this.x.shape[0]; i += this.size)
      yield [this.x.slice(i, this.size) as tf.Tensor2D, this.y.slice(i, this.size) as tf.Tensor2D];
  }
}

const net = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: 'linear' })] });

export function epoch(x: tf.Tensor2D, y: tf.Tensor2D, optimizer = tf.train.adam()) {
  for (const [bx, by] of new Batches(x, y, 32)) {
    optimizer.minimize(() => tf.losses.softmaxCrossEntropy(by, net.apply(bx) as tf.Tensor2D)); // expect: clean
  }
}
