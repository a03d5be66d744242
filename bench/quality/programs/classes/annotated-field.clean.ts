import * as tf from '@tensorflow/tfjs';

class Encoder {
  private layer = tf.layers.dense({ units: 16, activation: 'relu' });
  encode(x: tf.Tensor): tf.Tensor {
    return this.layer.apply(x) as tf.Tensor;
  }
}

class Head {
  private layer = tf.layers.dense({ units: 4, activation: 'linear' });
  score(x: tf.Tensor): tf.Tensor {
    return this.layer.apply(x) as tf.Tensor;
  }
}

export class Pipeline {
  // injected by whoever builds the pipeline; there is one class of each
  constructor(private readonly encoder: Encoder, private readonly head: Head) {}

  loss(x: tf.Tensor, y: tf.Tensor) {
    const z = this.encoder.encode(x);
    return tf.losses.softmaxCrossEntropy(y, this.head.score(z)); // expect: clean
  }
}
