import * as tf from '@tensorflow/tfjs';

class ScaledSoftmax extends tf.layers.Layer {
  static className = 'ScaledSoftmax';

  constructor(private temperature: number) {
    super({});
  }

  override computeOutputShape(shape: tf.Shape): tf.Shape {
    return shape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const x = Array.isArray(inputs) ? inputs[0] : inputs;
      return tf.softmax(x.div(this.temperature));
    });
  }
}
tf.serialization.registerClass(ScaledSoftmax);

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [8], units: 4 }));
model.add(new ScaledSoftmax(2));
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export default model;
