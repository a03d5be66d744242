import tf = require('@tensorflow/tfjs-node');

namespace Models {
  export function small(classes: number): tf.Sequential {
    const model = tf.sequential();
    model.add(tf.layers.dense({ inputShape: [4], units: classes, activation: 'linear' }));
    return model;
  }
}

const model = Models.small(3);
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
export = model;
