import * as tf from '@tensorflow/tfjs'
import '@tensorflow/tfjs-backend-wasm'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { diagnose, inspectLoss } from '../../src/runtime/index.js'
import { deviceBackend, reads } from '../support/device-backend.js'

const { softmaxCrossEntropy } = tf.losses
type Loss = typeof softmaxCrossEntropy
const every = { onFinding: 'collect', firstSteps: Number.POSITIVE_INFINITY } as const

interface Engine {
  state: { activeTape?: unknown[] }
}

describe.each(['cpu', 'wasm', deviceBackend])('a watched loss on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend)
  })

  it('trains to the bit as without, in minimize', async () => {
    const watched = diagnose(softmaxCrossEntropy, every)
    expect(await minimized(watched)).toEqual(await minimized(softmaxCrossEntropy))
    await watched.settled()
    expect(watched.reports().at(-1)).toMatchObject({ findings: [{ rule: 'probabilities-as-logits', certainty: 'proved' }], problems: [] })
  })

  it('gives the same gradients to the bit, in variableGrads', async () => {
    const watched = diagnose(softmaxCrossEntropy, every)
    expect(await gradients(watched)).toEqual(await gradients(softmaxCrossEntropy))
    await watched.settled()
    expect(watched.reports().at(-1)).toMatchObject({ summary: { clean: 1 }, problems: [] })
  })

  it.each(['fit', 'fitDataset'] as const)('trains a compiled model as without, in %s', async (method) => {
    const watched = diagnose(softmaxCrossEntropy, every)
    expect(await fitted(watched, method)).toEqual(await fitted(softmaxCrossEntropy, method))
    await watched.settled()
    expect(watched.reports().at(-1)).toMatchObject({ findings: [{ rule: 'probabilities-as-logits', certainty: 'proved' }], problems: [] })
  })

  it('adds nothing to the tape of gradients', () => {
    const { y, x } = batch(1)
    const taped = (loss: Loss) => {
      let length = 0
      tf.dispose(
        tf.grads((p: tf.Tensor) => {
          const value = loss(y, p)
          length = (tf.engine() as unknown as Engine).state.activeTape!.length
          return value
        })([x]),
      )
      return length
    }
    expect(taped(softmaxCrossEntropy)).toBeGreaterThan(0)
    expect(taped(diagnose(softmaxCrossEntropy, every))).toBe(taped(softmaxCrossEntropy))
  })

  it('leaves nothing behind in 1,000 steps, in tidy and out of it', async () => {
    const watched = diagnose(softmaxCrossEntropy, every)
    const step = (seed: number) => {
      const { y, x } = batch(seed)
      const loss = seed % 2 ? tf.tidy(() => watched(y, x)) : watched(y, x)
      tf.dispose([y, x, loss])
    }
    step(0)
    await watched.settled()
    const [before, held] = [tf.memory(), tf.backend().numDataIds()]
    for (let i = 1; i <= 1000; i++) {
      step(i)
      if (i % 100 === 0) await watched.settled()
    }
    expect(tf.memory()).toEqual(before)
    expect(tf.backend().numDataIds()).toBe(held)
    expect(watched.summary()).toMatch(/^ce-lint: examined 1001 calls .*; 8008 rows of predictions read\nno misuse found\n/)
  })

  it('reads other rows at each step until it has seen all, and all at once on request', async () => {
    // One of 5,000 rows of scores is NaN, and each step looks at 409 of them.
    const { x: scores, y } = batch(1, 5000)
    const x = tf.tidy(() => {
      const bad = tf.range(0, 5000).equal(tf.scalar(4123)).reshape([5000, 1])
      return tf.where(bad, tf.fill([5000, 10], Number.NaN), scores) as tf.Tensor2D
    })
    const steps = async (options: object) => {
      const watched = diagnose(softmaxCrossEntropy, { ...every, ...options })
      for (let step = 1; step <= 80; step++) {
        watched(y, x).dispose()
        await watched.settled()
        if (watched.summary().includes('(first at [4123, 0])')) return step
      }
      return undefined
    }
    expect(await steps({ full: true })).toBe(1)
    expect(await steps({})).toBeGreaterThan(1)
    tf.dispose([x, y, scores])
  })
})

describe('on a device', () => {
  beforeAll(async () => {
    await tf.setBackend(deviceBackend)
  })

  beforeEach(() => {
    reads.length = 0
  })

  it.each([
    [
      [256, 1000],
      [4, 1000],
    ],
    [
      [4096, 10],
      [409, 10],
    ],
    [
      [32, 10],
      [32, 10],
    ],
    [
      [64, 3000],
      [2, 3000],
    ],
    [
      [16, 20_000],
      [1, 20_000],
    ],
    [
      [4, 300, 10],
      [1, 300, 10],
    ],
    [
      [3, 5000, 10],
      [1, 409, 10],
    ],
  ])('reads of a prediction of shape %j a block of %j', async (shape, block) => {
    const watched = diagnose((_y: tf.Tensor, _x: tf.Tensor) => 1, { ...every, contract: 'tf.losses.softmaxCrossEntropy' })
    const x = tf.zeros(shape)
    watched(x, x)
    await watched.settled()
    expect(reads.map((read) => read.shape)).toEqual([block, block])
  })

  it('reads a tensor that is disposed of at once', async () => {
    const watched = diagnose(softmaxCrossEntropy, every)
    tf.tidy(() => {
      const { y, x } = batch(1)
      watched(y, tf.softmax(x) as tf.Tensor2D)
    })
    await watched.settled()
    expect(watched.reports()[0]).toMatchObject({ findings: [{ rule: 'probabilities-as-logits' }], problems: [] })
  })

  it('refuses to inspect what it would have to wait for', () => {
    const prediction = tf.zeros([2, 3])
    expect(() => inspectLoss({ loss: 'F.cross_entropy', prediction })).toThrow(
      'prediction: its numbers are on a GPU, which reading would wait for; pass { data: await tensor.data(), shape: tensor.shape }',
    )
  })
})

describe('in memory', () => {
  it.each(['cpu', 'wasm'])('reads tensors of %s without a copy', async (backend) => {
    await tf.setBackend(backend)
    const { y, x } = batch(1)
    const copies = vi.spyOn(tf.backend(), 'readSync')
    const watched = diagnose((_y: tf.Tensor, _x: tf.Tensor) => 1, { ...every, contract: 'tf.losses.softmaxCrossEntropy' })
    watched(y, x)
    expect(watched.summary()).toContain('8 rows of predictions read')
    expect(copies).not.toHaveBeenCalled()
    copies.mockRestore()
  })

  it('goes by where a tensor lives, not by the backend of the moment', async () => {
    await tf.setBackend('wasm')
    const { y, x } = batch(1)
    await tf.setBackend(deviceBackend)
    const watched = diagnose((_y: tf.Tensor, _x: tf.Tensor) => 1, { ...every, contract: 'tf.losses.softmaxCrossEntropy' })
    reads.length = 0
    watched(y, x)
    expect(watched.reports()[0]).toMatchObject({ summary: { clean: 1 }, problems: [] })
    expect(reads).toEqual([])
  })
})

/** Scores and one-hot labels; softmax of the scores where a model has a layer too many. */
function batch(seed: number, rows = 8) {
  return tf.tidy(() => ({
    x: tf.randomNormal<tf.Rank.R2>([rows, 10], 0, 2, 'float32', seed),
    y: tf
      .oneHot(
        tf
          .range(seed, seed + rows, 1, 'int32')
          .mod(tf.scalar(10, 'int32'))
          .toInt(),
        10,
      )
      .toFloat() as tf.Tensor2D,
  }))
}

async function minimized(loss: Loss): Promise<number[]> {
  const { y, x } = batch(3, 40)
  const weights = tf.variable(tf.randomNormal([10, 10], 0, 0.1, 'float32', 6))
  const optimizer = tf.train.adam(0.1)
  const losses: number[] = []
  for (let step = 0; step < 10; step++) {
    const cost = optimizer.minimize(() => loss(y, tf.softmax(x.matMul(weights)) as tf.Tensor2D).asScalar(), true)!
    losses.push(...(await cost.data()))
  }
  return [...losses, ...(await weights.data())]
}

async function gradients(loss: Loss): Promise<number[]> {
  const { y, x } = batch(4, 40)
  const weights = tf.variable(tf.randomNormal([10, 10], 0, 0.1, 'float32', 7))
  const { value, grads } = tf.variableGrads(() => loss(y, x.matMul(weights) as tf.Tensor2D).asScalar(), [weights])
  return [...(await value.data()), ...(await grads[weights.name]!.data())]
}

async function fitted(loss: Loss, method: 'fit' | 'fitDataset'): Promise<unknown> {
  const { y, x } = batch(5, 40)
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 3 })
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [10], units: 10, kernelInitializer, activation: 'softmax' })] })
  model.compile({ optimizer: tf.train.adam(0.03), loss })
  const { history } =
    method === 'fit'
      ? await model.fit(x, y, { epochs: 3, batchSize: 20, shuffle: false, verbose: 0 })
      : await model.fitDataset(tf.data.array([{ xs: x, ys: y }]).repeat(2), { epochs: 3, verbose: 0 })
  return { history, weights: await Promise.all(model.getWeights().map(async (each) => [...(await each.data())])) }
}
