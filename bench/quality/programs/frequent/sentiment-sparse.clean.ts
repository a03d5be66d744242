import * as tf from '@tensorflow/tfjs-node';

export interface Options {
  maxLen: number;
  vocabularySize: number;
  embeddingSize: number;
  modelType: 'multihot' | 'flatten' | 'cnn' | 'lstm';
}

export function buildModel({ modelType, maxLen, vocabularySize, embeddingSize }: Options): tf.Sequential {
  const model = tf.sequential();
  if (modelType === 'multihot') {
    model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [vocabularySize] }));
    model.add(tf.layers.dense({ units: 16, activation: 'relu' }));
  } else {
    model.add(tf.layers.embedding({ inputDim: vocabularySize, outputDim: embeddingSize, inputLength: maxLen }));
    if (modelType === 'flatten') {
      model.add(tf.layers.flatten());
    } else if (modelType === 'cnn') {
      model.add(tf.layers.dropout({ rate: 0.5 }));
      model.add(tf.layers.conv1d({ filters: 250, kernelSize: 5, activation: 'relu' }));
      model.add(tf.layers.globalMaxPool1d({}));
    } else if (modelType === 'lstm') {
      model.add(tf.layers.lstm({ units: 32 }));
    } else {
      throw new Error(`Unsupported model type: ${modelType}`);
    }
  }
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  return model;
}

export async function main(options: Options, xTrain: tf.Tensor, yTrain: tf.Tensor) {
  const model = buildModel(options);
  model.compile({ loss: 'binaryCrossentropy', optimizer: 'adam', metrics: ['acc'] }); // expect: clean
  await model.fit(xTrain, yTrain, { epochs: 10, batchSize: 128, validationSplit: 0.2 });
}
