import * as tf from '@tensorflow/tfjs';

const HIDDEN = 128;

export function createSeq2Seq(inputVocab: number, outputVocab: number, maxIn: number, maxOut: number) {
  const model = tf.sequential();
  model.add(tf.layers.embedding({ inputDim: inputVocab, outputDim: HIDDEN, inputLength: maxIn }));
  model.add(tf.layers.simpleRNN({ units: HIDDEN, recurrentInitializer: 'glorotNormal' }));
  model.add(tf.layers.repeatVector({ n: maxOut }));
  model.add(tf.layers.simpleRNN({ units: HIDDEN, recurrentInitializer: 'glorotNormal', returnSequences: true }));
  model.add(tf.layers.timeDistributed({ layer: tf.layers.dense({ units: outputVocab }) }));
  model.add(tf.layers.activation({ activation: 'softmax' }));
  model.compile({
    loss: tf.losses.softmaxCrossEntropy, // expect: probabilities-as-logits
    optimizer: 'adam',
    metrics: ['accuracy'],
  });
  return model;
}
