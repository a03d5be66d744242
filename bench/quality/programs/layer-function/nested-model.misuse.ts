import * as tf from '@tensorflow/tfjs';

function encoder(inputDim: number, latentDim: number) {
  return tf.sequential({
    layers: [
      tf.layers.dense({ units: 256, inputShape: [inputDim], activation: 'relu' }),
      tf.layers.dense({ units: latentDim, activation: 'relu' }),
    ],
  });
}

function decoder(latentDim: number, outputDim: number) {
  return tf.sequential({
    layers: [
      tf.layers.dense({ units: 256, inputShape: [latentDim], activation: 'relu' }),
      tf.layers.dense({ units: outputDim, activation: 'sigmoid' }),
    ],
  });
}

export function autoencoder() {
  const model = tf.sequential();
  model.add(encoder(784, 32));
  model.add(decoder(32, 784));
  model.compile({ optimizer: 'adam', loss: tf.losses.sigmoidCrossEntropy }); // expect: probabilities-as-logits
  return model;
}

export async function train(images: tf.Tensor2D) {
  const model = autoencoder();
  await model.fit(images, images, { epochs: 50, batchSize: 128, shuffle: true });
  return model.layers[0] as tf.Sequential;
}
