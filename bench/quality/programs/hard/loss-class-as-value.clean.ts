import * as tf from '@tensorflow/tfjs';

interface Loss {
  compute(y: tf.Tensor, out: tf.Tensor): tf.Scalar;
}

class SoftmaxLoss implements Loss {
  compute(y: tf.Tensor, out: tf.Tensor): tf.Scalar {
    return tf.losses.softmaxCrossEntropy(y, out).asScalar(); // expect: clean
  }
}

class SquaredLoss implements Loss {
  compute(y: tf.Tensor, out: tf.Tensor): tf.Scalar {
    return tf.losses.meanSquaredError(y, out).asScalar();
  }
}

class Trainer {
  private readonly loss: Loss;

  constructor(private readonly model: tf.Sequential, LossType: new () => Loss) {
    this.loss = new LossType();
  }

  step(x: tf.Tensor, y: tf.Tensor) {
    return tf.variableGrads(() => this.loss.compute(y, this.model.apply(x) as tf.Tensor));
  }
}

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [5], units: 4 })] });
export const trainer = new Trainer(model, SoftmaxLoss);
export const regression = new Trainer(tf.sequential({ layers: [tf.layers.dense({ inputShape: [5], units: 1 })] }), SquaredLoss);
