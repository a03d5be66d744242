import { describe, expect, it } from 'vitest'
import type { Transfer } from '../../src/contracts/contract.js'
import { contractById } from '../../src/contracts/index.js'
import { activations } from '../../src/contracts/tfjs/activations.js'
import { tfjs } from '../../src/contracts/tfjs.js'
import type { Kind } from '../../src/kinds.js'
import { batch, tf } from './tf.js'

/** Scores from far below to far above 0, dense around it: 3,003 rows of 3. */
const wide = tf.tensor1d(Array.from({ length: 9009 }, (_, index) => ((index - 4504) / 450) ** 3)).reshape([3003, 3])
const P = tf.tensor2d(batch.probabilities)

type Tensor = tf.Tensor

const judge: Record<Extract<Kind, 'probabilities' | 'distribution' | 'log-probabilities' | 'one-hot'>, (x: Tensor) => void> = {
  probabilities: (x) => {
    expect(low(x)).toBeGreaterThanOrEqual(0)
    expect(high(x)).toBeLessThanOrEqual(1)
  },
  distribution: (x) => {
    judge.probabilities(x)
    for (const sum of x.sum(-1).dataSync()) expect(sum).toBeCloseTo(1, 5)
  },
  'log-probabilities': (x) => {
    expect(high(x)).toBeLessThanOrEqual(0)
    for (const sum of x.logSumExp(-1).dataSync()) expect(sum).toBeCloseTo(0, 5)
  },
  'one-hot': (x) => {
    judge.distribution(x)
    expect(new Set(x.dataSync())).toEqual(new Set([0, 1]))
  },
}

const low = (x: Tensor): number => x.min().dataSync()[0]!
const high = (x: Tensor): number => x.max().dataSync()[0]!

/** The interval is the tightest: no value is outside, and an end that is finite is reached within 1 in 1000. */
function confinedTo(x: Tensor, [from, to]: readonly [number, number]): void {
  expect(low(x)).toBeGreaterThanOrEqual(from)
  expect(high(x)).toBeLessThanOrEqual(to)
  expect(low(x)).toBeLessThan(from + 1e-3)
  expect(high(x)).toBeGreaterThan(Number.isFinite(to) ? to - 1e-3 : 500)
}

function activated(name: string): Tensor {
  const model = tf.sequential({ layers: [tf.layers.activation({ activation: name as never, inputShape: [3] })] })
  return model.predict(wide, { batchSize: 3003 }) as Tensor
}

describe('activation names', () => {
  it.each(Object.entries(activations))('%s gives what is stated', (name, { gives, bounded }) => {
    const result = activated(name)
    if (gives in judge) judge[gives as keyof typeof judge](result)
    else if (bounded) confinedTo(result, bounded)
    else {
      // The slope of PReLU is a weight, which starts at 0.
      if (name !== 'PReLU') expect(low(result)).toBeLessThan(-10)
      expect(high(result)).toBeGreaterThan(10)
    }
    if (name === 'linear') expect(result.dataSync()).toEqual(wide.dataSync())
  })

  it.each(['Sigmoid', 'LogSoftmax', 'log_softmax', 'hard_sigmoid', 'exponential', 'leakyRelu', 'silu', 'Relu', 'geluNew'])(
    '%s is refused, and has no entry',
    (name) => {
      expect(() => tf.layers.activation({ activation: name as never })).toThrow('Unknown activation')
      expect(activations).not.toHaveProperty(name)
    },
  )
})

describe('layers', () => {
  const factories = tf.layers as unknown as Record<
    string,
    (config: object) => { getConfig(): Record<string, unknown>; apply(x: Tensor): Tensor }
  >
  const named = tfjs.entries.filter((each) => each.name.startsWith('layers.') && each.makes?.activation)
  const config = { units: 2, filters: 2, kernelSize: 1, activation: undefined }

  it.each(named.map((each) => [each.name.slice('layers.'.length), each.makes!.activation!.default] as const))(
    '%s has %s as its activation when none is named',
    (name, standard) => {
      const found = factories[name]!(config).getConfig().activation
      expect(found).toBe(standard)
    },
  )

  it.each(
    tfjs.entries.filter((each) => each.name.startsWith('layers.') && each.bounded).map((each) => [each.name, each.bounded!] as const),
  )('%s is confined to %j', (name, bounded) => confinedTo(factories[name.slice('layers.'.length)]!({}).apply(wide), bounded))

  it('softmax gives a distribution along its last axis', () => judge.distribution(factories.softmax!({}).apply(wide)))

  it.each(['dropout', 'spatialDropout1d', 'gaussianNoise', 'gaussianDropout', 'alphaDropout', 'flatten', 'masking', 'inputLayer'])(
    '%s leaves the values as they are in prediction',
    (name) => {
      expect(contractById(`@tensorflow/tfjs#layers.${name}`)?.makes?.gives).toBe('same')
      const input = ['spatialDropout1d', 'flatten'].includes(name) ? P.reshape([2, 1, 3]) : P
      if (name !== 'inputLayer') expect(factories[name]!({ rate: 0.5, stddev: 1 }).apply(input).dataSync()).toEqual(P.dataSync())
    },
  )

  it('upSampling2d and repeatVector keep rows', () => {
    judge.distribution(factories.upSampling2d!({}).apply(P.reshape([1, 2, 1, 3])))
    judge.distribution(factories.repeatVector!({ n: 4 }).apply(P))
  })
})

describe('operations', () => {
  const contract = (name: string) => contractById(`@tensorflow/tfjs#${name}`)
  const functions = tf as unknown as Record<string, (x: Tensor, ...rest: unknown[]) => Tensor>

  it.each(['softmax', 'logSoftmax', 'sigmoid'])('%s gives its kind', (name) => {
    judge[contract(name)!.gives as keyof typeof judge](functions[name]!(wide))
  })

  it('softmax and logSoftmax refuse any axis but the last', () => {
    expect(() => tf.softmax(P, 0)).toThrow('non-last')
    expect(() => tf.logSoftmax(P, 0)).toThrow('non-last')
  })

  it('logSigmoid gives no log-probabilities of classes, so its entry states no kind', () => {
    expect(() => judge['log-probabilities'](tf.logSigmoid(P))).toThrow()
    expect(contract('logSigmoid')).toMatchObject({ computes: 'log-sigmoid' })
    expect(contract('logSigmoid')?.gives).toBeUndefined()
  })

  it.each(['relu', 'relu6', 'tanh', 'softplus', 'elu', 'selu'])('%s is confined as stated', (name) => {
    confinedTo(functions[name]!(wide), contract(name)!.bounded!)
  })

  it('oneHot and eye give one-hot rows; argMax gives indices along axis 0 by default', () => {
    judge['one-hot'](tf.oneHot(tf.tensor1d([1, 0], 'int32'), 3))
    judge['one-hot'](tf.eye(3))
    expect(Array.from(tf.argMax(P).dataSync())).toEqual([1, 0, 1])
    expect(Array.from(tf.argMax(P, -1).dataSync())).toEqual([1, 1])
    expect(contract('argMax')?.takes[1]).toMatchObject({ name: 'axis', default: 0 })
  })

  const calls: Record<string, unknown[]> = {
    reshape: [[1, 2, 3]],
    cast: ['float32'],
    expandDims: [0],
    squeeze: [],
    clipByValue: [0, 1],
    broadcastTo: [[2, 3]],
    ensureShape: [[2, 3]],
    reverse: [0],
    clone: [],
    keep: [],
    reverse2d: [0],
  }

  it.each(Object.entries(calls))('%s keeps a distribution', (name, args) => {
    const kept = functions[name]!(P, ...args)
    const gives: Transfer = ['cast', 'clone', 'keep'].includes(name) ? 'itself' : 'same'
    expect(contract(name)?.gives).toBe(gives)
    judge.distribution(kept)
    if (gives === 'itself') expect([kept.shape, Array.from(kept.dataSync())]).toEqual([P.shape, Array.from(P.dataSync())])
  })

  it('the last axis of a result is what the contract says', () => {
    const ones = (...shape: number[]) => tf.ones(shape)
    const last = (x: Tensor) => x.shape.at(-1)
    expect(contract('matMul')).toMatchObject({ classes: 'b', classesUnless: 'transposeB' })
    expect(last(tf.matMul(ones(2, 3), ones(3, 5)))).toBe(5)
    expect(last(tf.matMul(ones(2, 3), ones(5, 3), false, true))).toBe(5)
    for (const name of ['reshape', 'broadcastTo', 'ensureShape', 'zeros', 'ones', 'randomNormal', 'randomUniform', 'fill'])
      expect(contract(name)?.classes, name).toBe('shape')
    expect([last(P.reshape([3, 2])), last(tf.zeros([4, 7])), last(tf.randomNormal([4, 7]))]).toEqual([2, 7, 7])
    for (const name of ['expandDims', 'squeeze', 'Tensor.flatten', 'Tensor.data']) expect(contract(name)?.classes, name).toBeNull()
    expect([last(P.expandDims(-1)), last(ones(3, 1).squeeze()), last(P.flatten())]).toEqual([1, 3, 6])
    expect(['as2D', 'as3D', 'as4D', 'as5D'].map((name) => contract(`Tensor.${name}`)?.classes)).toEqual([
      'columns',
      'depth',
      'depth2',
      'depth3',
    ])
    expect([last(P.as2D(3, 2)), last(P.as3D(1, 6, 1)), last(P.as4D(1, 1, 2, 3)), last(P.as5D(1, 1, 1, 3, 2))]).toEqual([2, 1, 3, 2])
    expect(last(tf.layers.flatten().apply(ones(2, 3, 1)) as Tensor)).toBe(3)
    expect(last(tf.layers.reshape({ targetShape: [2] }).apply(ones(3, 2)) as Tensor)).toBe(2)
  })

  it('methods keep a distribution too', () => {
    const x = P.expandDims(0) as tf.Tensor3D
    for (const kept of [P.toFloat(), P.flatten().as2D(2, 3), P.as4D(1, 1, 2, 3), P.reshapeAs(P), x.reverse(1)]) judge.distribution(kept)
  })
})
