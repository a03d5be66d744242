import * as tf from '@tensorflow/tfjs'

await tf.setBackend('cpu')
await tf.ready()

export { tf }

/** The reference batch of the contract pages: probabilities, logits, classes, and the classes as one-hot rows. */
export const batch = {
  probabilities: [
    [0.1, 0.7, 0.2],
    [0.3, 0.4, 0.3],
  ],
  logits: [
    [1, 3, -1],
    [-0.5, 0.8, 0.3],
  ],
  classes: [1, 0],
  oneHot: [
    [0, 1, 0],
    [1, 0, 0],
  ],
}

type Loss = (target: tf.Tensor, output: tf.Tensor) => tf.Tensor

/** The function that `compile` makes of a loss name. */
export function compiledLoss(name: string): Loss {
  const model = tf.sequential({ layers: [tf.layers.activation({ activation: 'linear', inputShape: [3] })] })
  model.compile({ optimizer: 'sgd', loss: name })
  return (model as unknown as { model: { lossFunctions: Loss[] } }).model.lossFunctions[0]!
}

/** Trains a linear layer for one step; rejects with what `fit` throws. */
export async function fitting(name: string, units: number, labels: tf.Tensor): Promise<void> {
  const model = tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [3] })] })
  model.compile({ optimizer: 'sgd', loss: name })
  await model.fit(tf.tensor2d(batch.logits), labels, { epochs: 1, verbose: 0 })
}
