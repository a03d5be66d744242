import { beforeAll, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

it('takes a default that the function changes for what earlier calls may have left in it', () => {
  const { found, expected } = verdicts(`// file: main.py
import torch.nn as nn
import torch.nn.functional as F

def build(last, layers=[nn.Linear(4, 4)]):
    layers.append(last)
    return nn.Sequential(*layers)

def fresh(last, layers=[nn.Linear(4, 4)]):
    return nn.Sequential(*layers, last)

a = build(nn.Softmax(1))
b = build(nn.Identity())
c = fresh(nn.Softmax(1))
d = fresh(nn.Identity())

def step(x, y):
    F.cross_entropy(b(x), y)  # //! unknown
    F.cross_entropy(c(x), y)  # //! probabilities-as-logits
    F.cross_entropy(d(x), y)  # //! clean
`)
  expect(found).toEqual(expected)
})
