import * as tf from '@tensorflow/tfjs';

export async function nextWord(sequences, targets, vocabSize) {
  const model = tf.sequential();
  model.add(tf.layers.embedding({ inputDim: vocabSize, outputDim: 32, inputLength: sequences[0].length }));
  model.add(tf.layers.lstm({ units: 100 }));
  model.add(tf.layers.dense({ units: vocabSize, activation: 'linear' }));

  model.compile({
    loss: 'sparseCategoricalCrossentropy', // expect: logits-as-probabilities
    optimizer: tf.train.adam(0.01),
  });

  const xs = tf.tensor2d(sequences);
  const ys = tf.tensor1d(targets, 'float32');
  await model.fit(xs, ys, { epochs: 50, batchSize: 64 });
  return model;
}
