import * as tf from '@tensorflow/tfjs';

type Batch = [tf.Tensor2D, tf.Tensor2D];

export class Trainer {
  private optimizer = tf.train.rmsprop(0.001);

  constructor(private model: tf.LayersModel) {}

  step([x, y]: Batch): number {
    return tf.tidy(() => {
      const loss = this.optimizer.minimize(() => this.lossOf(x, y), true);
      return loss!.arraySync() as number;
    });
  }

  private lossOf(x: tf.Tensor2D, y: tf.Tensor2D): tf.Scalar {
    const scores = this.model.apply(x, { training: true }) as tf.Tensor2D;
    return tf.losses.softmaxCrossEntropy(y, scores).asScalar(); // expect: clean
  }
}

const wine = tf.sequential();
wine.add(tf.layers.dense({ inputShape: [13], units: 26, activation: 'relu' }));
wine.add(tf.layers.dense({ units: 3, activation: 'linear' }));

export const trainer = new Trainer(wine);
