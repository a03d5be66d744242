import { beforeAll, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

const head = `// file: main.py
import torch
import torch.nn as nn
import torch.nn.functional as F

def raw(t, d):
    return t

`

it.each([
  [
    'a lambda that outlives its round reads what the last round leaves',
    `fns = []
for act in (torch.softmax, raw):
    fns.append(lambda t: act(t, 1))

def step(x, y):
    F.cross_entropy(fns[0](nn.Linear(4, 3)(x)), y)  # //! unknown
`,
  ],
  [
    'and so does a function with a name, in a dictionary',
    `fns = {}
for name, act in (('a', raw), ('b', torch.softmax)):
    def apply(t):
        return act(t, 1)
    fns[name] = apply

def step(x, y):
    F.cross_entropy(fns['a'](nn.Linear(4, 3)(x)), y)  # //! unknown
`,
  ],
  [
    'a default keeps the value of its round',
    `fns = []
for act in (torch.softmax, raw):
    fns.append(lambda t, act=act: act(t, 1))

def step(x, y):
    F.cross_entropy(fns[0](nn.Linear(4, 3)(x)), y)  # //! probabilities-as-logits
    F.cross_entropy(fns[1](nn.Linear(4, 3)(x)), y)  # //! clean
`,
  ],
  [
    'a function that is called in its round reads the value of the round',
    `def step(x, y):
    z = nn.Linear(4, 3)(x)
    for act in (torch.softmax, torch.sigmoid):
        apply = lambda t: act(t)
        F.cross_entropy(apply(z), y)  # //! probabilities-as-logits
        for p in map(lambda t: act(t), [z]):
            F.cross_entropy(p, y)  # //! probabilities-as-logits
`,
  ],
])('%s', (_, program) => {
  const { found, expected } = verdicts(head + program)
  expect(found).toEqual(expected)
})

it('in JavaScript each round has a variable of its own', () => {
  const { found, expected } = verdicts(`import * as tf from '@tensorflow/tfjs'
const fns: ((t: tf.Tensor) => tf.Tensor)[] = []
for (const act of [tf.softmax, tf.relu]) fns.push((t) => act(t))
export const step = (x: tf.Tensor, y: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, fns[0]!(x)) //! probabilities-as-logits
`)
  expect(found).toEqual(expected)
})
