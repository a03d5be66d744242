import * as tf from '@tensorflow/tfjs';

const linear = tf.sequential({ layers: [tf.layers.dense({ inputShape: [8], units: 3 })] });
const mlp = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [8], units: 20, activation: 'relu' }),
    tf.layers.dense({ units: 3, activation: 'linear' }),
  ],
});

const loss = tf.losses.softmaxCrossEntropy;

for (const model of [linear, mlp]) {
  model.compile({ optimizer: 'adam', loss }); // expect: clean
}

export const race = async (x, y) => Promise.all([linear, mlp].map((model) => model.fit(x, y, { epochs: 10 })));
