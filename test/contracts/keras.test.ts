import { describe, expect, it } from 'vitest'
import { type Contract, isLoss } from '../../src/contracts/contract.js'
import { contractById, contractsNamed, findContract } from '../../src/contracts/index.js'
import { activations } from '../../src/contracts/keras/activations.js'
import { modules } from '../../src/contracts/keras/modules.js'
import { keras } from '../../src/contracts/keras.js'
import { tensorflow } from '../../src/contracts/tensorflow.js'
import { activations as tfjsActivations } from '../../src/contracts/tfjs/activations.js'
import golden from './keras-golden.json' with { type: 'json' }
import { batch, tf } from './tf.js'

const contract = (name: string): Contract => contractById(`keras#${name}`)!
const losses = keras.entries.filter(isLoss)
const wants = ({ takes }: Contract) => takes.find(({ role }) => role === 'prediction')?.wants
const names = ({ takes }: Contract) => takes.map(({ name }) => name)
const { values } = golden

describe('the pages of Keras losses', () => {
  /** Values with three or more decimals, as the run that is recorded had them. */
  const stated = (each: Contract) => (each.silent ?? []).flatMap((text) => text.match(/\d+\.\d{3,}/g) ?? [])

  it.each(losses.filter((each) => stated(each).length > 0).map((each) => [each.name, each] as const))(
    '%s states recorded values',
    (name, each) => {
      const family = name.includes('kl_') || name.includes('KLD') ? 'kl' : /binary/i.test(name) ? 'binary' : 'categorical'
      const known = Object.entries(values).flatMap(([call, value]) => (call.startsWith(family) ? [value] : []))
      for (const value of stated(each).map(Number)) expect(known).toContain(value)
    },
  )

  it('the recorded values are those of the formulas', () => {
    const P = tf.tensor2d(batch.probabilities)
    const Z = tf.tensor2d(batch.logits)
    const O = tf.tensor2d(batch.oneHot)
    const one = (loss: unknown) => (loss as tf.Tensor).mean().dataSync()[0]!
    const { categoricalCrossentropy } = tf.metrics
    expect(one(categoricalCrossentropy(O, P))).toBeCloseTo(values['categorical_crossentropy(probabilities)'], 3)
    expect(one(categoricalCrossentropy(O, Z))).toBeCloseTo(values['categorical_crossentropy(logits)'], 3)
    expect(one(categoricalCrossentropy(P, O))).toBeCloseTo(values['categorical_crossentropy(swapped)'], 3)
    expect(one(tf.losses.softmaxCrossEntropy(O, P))).toBeCloseTo(values['categorical_crossentropy(probabilities, from_logits)'], 4)
    expect(one(tf.losses.softmaxCrossEntropy(O, Z))).toBeCloseTo(values['categorical_crossentropy(logits, from_logits)'], 4)
    expect(one(tf.losses.sigmoidCrossEntropy(O, Z))).toBeCloseTo(values['binary_crossentropy(logits, from_logits)'], 3)
    expect(one(tf.losses.sigmoidCrossEntropy(O, P))).toBeCloseTo(values['binary_crossentropy(probabilities, from_logits)'], 3)
  })
})

describe('from_logits', () => {
  const ofBoth = [keras, tensorflow].flatMap(({ entries }) => entries)
  const dependent = ofBoth.filter(({ depends }) => depends)

  it.each(dependent.map((each) => [each.id, each] as const))('%s: the other contract takes logits, by the same parameters', (_, each) => {
    const other = contractById(each.depends!.on.true!)!
    expect(wants(other)).toEqual(['logits'])
    expect(wants(each)).not.toEqual(['logits'])
    expect(names(other)).toEqual(names(each))
    expect(each.takes.find(({ name }) => name === 'from_logits')?.default).toBe(false)
    expect([each.applies, other.applies]).toEqual(['log', each.axis === 'elementwise' ? 'sigmoid' : 'softmax'])
  })

  it('chooses the contract of all that have it, and is their only option that does', () => {
    expect(dependent).toEqual(ofBoth.filter((each) => names(each).includes('from_logits') && !each.name.includes('(')))
    expect(new Set(dependent.map(({ depends }) => depends!.option))).toEqual(new Set(['from_logits']))
  })
})

describe('names of losses', () => {
  it.each(golden['loss names'])('compile knows %s', (name) => expect(keras.lossNames).toHaveProperty(name))

  it.each(Object.entries(keras.lossNames).filter(([, id]) => id))('%s leads to a loss that takes its options as they are', (_, id) => {
    const loss = contractById(id!)!
    expect(isLoss(loss)).toBe(true)
    expect(loss).toMatchObject({ reduction: loss.name === 'losses.ctc' ? 'none' : 'mean' })
    expect(loss.name).not.toContain('(')
  })

  it.each(Object.entries(keras.lossNames).filter(([, id]) => id === null))('%s is no concern of ours', (name) => {
    expect(name).not.toMatch(/entropy|divergence|ctc/i)
  })

  it.each([
    ['categorical_crossentropy', 'compile.categorical_crossentropy'],
    ["compile(loss='bce')", undefined],
    ['bce', 'compile.binary_crossentropy'],
    ["compile(loss='binary_crossentropy')", 'compile.binary_crossentropy'],
    ['BinaryCrossentropy', 'losses.BinaryCrossentropy'],
    ['keras.losses.categorical_crossentropy', 'losses.categorical_crossentropy'],
    ['K.categorical_crossentropy', 'backend.categorical_crossentropy'],
    ['keras.losses.CategoricalCrossentropy()', 'losses.CategoricalCrossentropy'],
    ['keras.losses.CategoricalCrossentropy(from_logits=True)', 'losses.CategoricalCrossentropy(from_logits=True)'],
    ['keras.layers.Dense', 'layers.Dense'],
  ])('%s', (text, name) => expect(findContract(text)?.id).toBe(name && `keras#${name}`))

  it('one word means the losses of all libraries that have it', () => {
    expect(contractsNamed('sparse_categorical_crossentropy').map((each) => each.id)).toEqual([
      'keras#compile.sparse_categorical_crossentropy',
    ])
    expect(contractsNamed('binaryCrossEntropy').map((each) => each.package)).toEqual(
      expect.arrayContaining(['@frost-beta/mlx', 'keras', 'tensorflow']),
    )
  })
})

describe('activations', () => {
  const snake = (name: string) => (/^[A-Z]/.test(name) ? name : name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))

  it.each(Object.entries(tfjsActivations).filter(([name]) => name !== 'gelu_new'))('%s is what it is in TensorFlow.js', (name, facts) => {
    const { by: _, ...expected } = facts
    if (name === 'ELU' || name === 'ReLU') expect(activations[name]).toBeDefined()
    expect(activations[snake(name)]).toMatchObject(expected)
  })

  it.each(golden.activations.filter((name) => name !== 'glu' && name !== 'threshold'))('activation=%s is known', (name) => {
    expect(activations).toHaveProperty(name)
    const fn = contract(`activations.${name}`)
    expect(fn, name).toBeDefined()
    if (fn.bounded) expect(activations[name]!.bounded).toEqual(fn.bounded)
    if (['distribution', 'probabilities', 'log-probabilities'].includes(String(fn.gives))) expect(activations[name]!.gives).toBe(fn.gives)
  })
})

describe('parameters', () => {
  it.each(Object.entries(golden.signatures))('%s: by name and in order', (name, signature) => {
    const own = names(contract(name))
    const documented = signature.split(' ')
    // Layers are named by keyword; a loss class takes its options when it is made.
    const given = name.startsWith('losses.') && contract(name).criterion ? own.slice(2) : own
    const [last] = given.slice(-1)
    const positional = last === 'name' && !documented.slice(0, given.length).includes('name') ? given.slice(0, -1) : given
    if (signature) expect(positional).toEqual(documented.slice(0, positional.length))
  })

  it('every layer may be named', () => {
    for (const each of keras.entries)
      if (each.makes?.type === 'Layer' && each.name.startsWith('layers.') && !/\.(?:Layer|Wrapper)$/.test(each.name))
        expect(names(each), each.name).toContain('name')
  })
})

it('modules that hold names once more lead to modules that have entries', () => {
  for (const [from, to] of Object.entries(modules)) {
    expect(
      keras.entries.some(({ name }) => name.startsWith(`${from}.`)),
      from,
    ).toBe(false)
    if (to)
      expect(
        keras.entries.some(({ name }) => name.startsWith(`${to}.`)),
        to,
      ).toBe(true)
  }
})
