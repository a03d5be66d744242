import * as tf from '@tensorflow/tfjs';

const input = tf.input({ shape: [20] });
const hidden = tf.layers.dense({ units: 16, activation: 'relu' }).apply(input);
const logits = tf.layers.dense({ units: 5, name: 'logits' }).apply(hidden);
const probabilities = tf.layers.softmax().apply(logits);

// one for training, one for serving, with the same weights
const training = tf.model({ inputs: input, outputs: probabilities });
const serving = tf.model({ inputs: input, outputs: probabilities });

training.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits

export async function run(xs, ys) {
  await training.fit(xs, ys);
  return serving.predict(xs);
}
