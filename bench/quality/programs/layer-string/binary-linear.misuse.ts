import * as tf from '@tensorflow/tfjs-node-gpu';

export interface Sample {
  pixels: Float32Array;
  defect: 0 | 1;
}

const model = tf.sequential({
  name: 'defects',
  layers: [
    tf.layers.conv2d({ inputShape: [128, 128, 1], filters: 16, kernelSize: 3, activation: 'relu' }),
    tf.layers.maxPooling2d({ poolSize: 4 }),
    tf.layers.flatten(),
    tf.layers.dropout({ rate: 0.5 }),
    tf.layers.dense({ units: 1, name: 'score' }),
  ],
});

model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' }); // expect: logits-as-probabilities

function* batches(samples: Sample[]) {
  for (const { pixels, defect } of samples) yield { xs: tf.tensor(pixels, [128, 128, 1]), ys: tf.tensor([defect]) };
}

export async function train(samples: Sample[]) {
  const dataset = tf.data.generator(() => batches(samples)).batch(8);
  await model.fitDataset(dataset as never, { epochs: 3 });
  await model.save('file://defects');
}
