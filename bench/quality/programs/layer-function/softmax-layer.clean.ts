import { layers, losses, sequential, train, type Sequential, type Tensor } from '@tensorflow/tfjs'

/** Rock, paper or scissors from three previous moves. */
export function createPlayer(): Sequential {
  const model = sequential({
    layers: [
      layers.dense({ units: 24, inputShape: [9], activation: 'relu' }),
      layers.batchNormalization(),
      layers.dense({ units: 3 }),
    ],
  })
  // expect: clean
  model.compile({ optimizer: train.sgd(0.1), loss: losses.softmaxCrossEntropy })
  return model
}

export async function learn(model: Sequential, moves: Tensor, next: Tensor): Promise<number> {
  const { history } = await model.fit(moves, next, { epochs: 3 })
  const loss = history.loss
  return Number(loss[loss.length - 1])
}
