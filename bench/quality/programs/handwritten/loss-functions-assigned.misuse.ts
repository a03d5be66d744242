import * as tf from '@tensorflow/tfjs';

const inputs = tf.input({ shape: [3] });
const outputs = tf.layers.dense({ units: 3, activation: 'softmax' }).apply(inputs) as tf.SymbolicTensor;
const model = tf.model({ inputs, outputs });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
// tfjs has no way to compile twice without losing the optimizer's state
(model as unknown as { lossFunctions: unknown[] }).lossFunctions[0] = tf.losses.softmaxCrossEntropy; // expect: probabilities-as-logits

export const train = (x: tf.Tensor, y: tf.Tensor) => model.fit(x, y, { epochs: 1 });
