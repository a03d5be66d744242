import { expect, test } from 'vitest'
import { tf } from './tf.js'

type Trained = tf.LayersModel & { lossFunctions: unknown; loss: unknown }

const seven = (_: tf.Tensor, output: tf.Tensor) => tf.mean(output, -1).mul(0).add(7)
const dense = () => tf.layers.dense({ inputShape: [2], units: 3, activation: 'softmax' })
const sequential = () => tf.sequential({ layers: [dense()] }) as unknown as Trained
const functional = () => {
  const input = tf.input({ shape: [2] })
  return tf.model({ inputs: input, outputs: dense().apply(input) as tf.SymbolicTensor }) as unknown as Trained
}

/** Whether a loss that is assigned after `compile` is what the model trains by. */
async function trainsBy(model: Trained, assign: (model: Trained) => void): Promise<boolean> {
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
  assign(model)
  const { history } = await model.fit(tf.ones([2, 2]), tf.eye(2, 3), { epochs: 1, verbose: 0 })
  return history.loss![0] === 7
}

test('a model trains by `lossFunctions`, a sequential one by those of the model within it, none by `loss`', async () => {
  const whole = (model: Trained) => {
    model.lossFunctions = [seven]
  }
  const item = (model: Trained) => {
    ;(model.lossFunctions as unknown[])[0] = seven
  }
  const option = (model: Trained) => {
    model.loss = seven
  }
  expect(await trainsBy(functional(), whole)).toBe(true)
  expect(await trainsBy(functional(), item)).toBe(true)
  expect(await trainsBy(functional(), option)).toBe(false)
  expect(await trainsBy(sequential(), whole)).toBe(false)
  expect(await trainsBy(sequential(), option)).toBe(false)
  await expect(trainsBy(sequential(), item)).rejects.toThrow(TypeError)
})
