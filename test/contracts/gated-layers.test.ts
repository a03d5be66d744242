import { beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'
import { tf } from './tf.js'

/** Recurrent layers whose gates multiply what the activation gives. */
const gated = {
  lstm: (activation: 'softmax') => tf.layers.lstm({ units: 4, activation, kernelInitializer: 'zeros' }),
  gru: (activation: 'softmax') => tf.layers.gru({ units: 4, activation, kernelInitializer: 'zeros' }),
}

/** One step: with a kernel of zeros each gate is half open. */
const x = tf.randomNormal([3, 1, 2], 0, 1, 'float32', 1)
const sums = (layer: tf.layers.Layer) => [...(layer.apply(x) as tf.Tensor).sum(-1).dataSync()]

describe.each(Object.entries(gated))('%s with the activation softmax', (name, make) => {
  test('gives rows that do not sum to one', () => {
    for (const sum of sums(make('softmax'))) expect(sum).toBeCloseTo(0.5, 5)
  })

  test('makes no distribution', () => {
    const { found, expected } = verdicts(`import * as tf from '@tensorflow/tfjs'
const out = tf.layers.${name}({ units: 4, activation: 'softmax' }).apply(x)
tf.losses.softmaxCrossEntropy(y, out) //! unknown
tf.losses.softmaxCrossEntropy(y, tf.layers.${name}({ units: 4, activation: 'sigmoid' }).apply(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, tf.layers.simpleRNN({ units: 4, activation: 'softmax' }).apply(x)) //! probabilities-as-logits
`)
    expect(found).toEqual(expected)
  })
})

test('a plain recurrent layer gives rows that sum to one', () => {
  for (const sum of sums(tf.layers.simpleRNN({ units: 4, activation: 'softmax' }))) expect(sum).toBeCloseTo(1, 5)
})

describe('in Python', () => {
  beforeAll(() => loadParser())

  test.each(['LSTM', 'GRU'])('%s', (name) => {
    const { found, expected } = verdicts(`# file: main.py
import keras
loss = keras.losses.CategoricalCrossentropy(from_logits=True)
loss(y, keras.layers.${name}(4, activation='softmax')(x)) #! unknown
loss(y, keras.layers.SimpleRNN(4, activation='softmax')(x)) #! probabilities-as-logits
`)
    expect(found).toEqual(expected)
  })
})
