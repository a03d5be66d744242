import { describe, expect, it } from 'vitest'
import type { Contract } from '../../src/contracts/contract.js'
import { createCatalog } from '../../src/contracts/index.js'
import { tfjs } from '../../src/contracts/tfjs.js'
import { tf } from './tf.js'

const catalog = createCatalog([])
const tensor = tf.tensor1d([1])
const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] })
const compiled = tf.model({ inputs: model.inputs, outputs: model.outputs })
compiled.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
const samples: Record<string, object> = {
  Tensor: tensor,
  Variable: tf.variable(tensor),
  Layer: model.layers[0]!,
  LayersModel: compiled,
  Sequential: model,
  Optimizer: tf.train.sgd(0.1),
  GraphModel: tf.GraphModel.prototype,
}

/** What a type has by what it extends, and its objects have not: the entry says so. */
const absent = ['Sequential.lossFunctions']

/** Factories of layers of which nothing is said: base classes, concatenation along the class axis, elementwise extremes, preprocessing. */
const silent = ['RNN', 'RNNCell', 'concatenate', 'maximum', 'minimum', 'categoryEncoding', 'randomWidth']

function member(path: readonly string[]): unknown {
  return path.reduce<unknown>((object, key) => (object as Record<string, unknown> | undefined)?.[key], tf)
}

describe('names', () => {
  const entries = tfjs.entries.filter((each) => !each.name.startsWith('compile.'))
  const methods = entries.filter((each) => each.name.includes('.') && each.name.split('.')[0]! in tfjs.types)
  const functions = entries.filter((each) => !methods.includes(each))

  it.each(functions.map((each) => each.name))('tf.%s is a function of the library', (name) => {
    expect(member(name.split('.'))).toBeTypeOf('function')
  })

  it.each(methods.map((each) => [each.name, each] as const))('%s is a member of its type', (name, each) => {
    const [type, key] = name.split('.')
    expect(key! in samples[type!]!).toBe(!absent.includes(name))
    if (type !== 'GraphModel' && !each.property) expect((samples[type!] as Record<string, unknown>)[key!]).toBeTypeOf('function')
  })

  it('every factory of a layer has an entry, or is listed as having none', () => {
    const known = functions.filter((each) => each.name.startsWith('layers.')).map((each) => each.name.slice('layers.'.length))
    expect([...known, ...silent].sort()).toEqual(Object.keys(tf.layers).sort())
  })

  it('no id occurs twice', () => {
    expect(new Set(tfjs.entries.map((each) => each.id)).size).toBe(tfjs.entries.length)
  })

  it('every type that an entry makes or extends is declared', () => {
    const made = tfjs.entries.flatMap((each) => (each.makes ? [each.makes.type] : []))
    const bases = Object.values(tfjs.types).flatMap((each) => each.extends ?? [])
    expect(Object.keys(tfjs.types)).toEqual(expect.arrayContaining([...made, ...bases]))
  })

  it('every option that a made object reads is an argument of its factory', () => {
    const missing = tfjs.entries.filter(({ makes, takes }) => {
      const named = [makes?.activation?.option, makes?.units, makes?.wraps, makes?.layers, makes?.outputs]
      return named.some((option) => option && !takes.some((each) => each.name === option))
    })
    expect(missing).toEqual([])
  })
})

describe('methods', () => {
  const method = (type: string, name: string): Contract | undefined => catalog.method('@tensorflow/tfjs', type, name)

  it('are found on what a type extends', () => {
    expect(method('Sequential', 'predict')?.name).toBe('LayersModel.predict')
    expect(method('Sequential', 'apply')?.name).toBe('Layer.apply')
    expect(method('Sequential', 'softmax')).toBeUndefined()
  })

  it('of tensors are operations too, but for those of their own', () => {
    expect(method('Tensor', 'softmax')?.name).toBe('softmax')
    expect(method('Variable', 'reshape')?.name).toBe('reshape')
    expect(method('Tensor', 'concat')?.name).toBe('Tensor.concat')
    expect(method('Tensor', 'fit')).toBeUndefined()
  })
})
