import { beforeAll, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

it('takes what `zip` makes of a list of unknown length for unknown', () => {
  const { found, expected } = verdicts(`// file: main.py
import torch.nn.functional as F

def loss(batch):
    p, y = zip(*batch)
    return F.cross_entropy(p, y)  # //! unknown
`)
  expect(found).toEqual(expected)
})

it('takes a second `next` for any item, and the first of what is made for one call for the first', () => {
  const { found, expected } = verdicts(`// file: main.py
import torch
import torch.nn as nn
import torch.nn.functional as F

def outputs(x):
    z = nn.Linear(4, 3)(x)
    yield z
    yield torch.softmax(z, 1)

def step(x, y):
    it = outputs(x)
    next(it)
    return F.cross_entropy(next(it), y)  # //! unknown

def listed(x, y):
    it = iter([torch.softmax(x, 1), nn.Linear(4, 3)(x)])
    a = next(it)
    b = next(it)
    return F.cross_entropy(b, y)  # //! unknown

def once(x, y):
    it = outputs(x)
    return F.cross_entropy(next(it), y)  # //! clean

def fresh(x, y):
    next(outputs(x))
    return F.nll_loss(next(iter([torch.softmax(x, 1), x])), y)  # //! probabilities-as-log-probabilities
`)
  expect(found).toEqual(expected)
})

it('takes a name from the later of two modules that bring all their names', () => {
  const program = (first: string, second: string, verdict: string) => `// file: own.py
def softmax(x, dim):
    return x
// file: main.py
import torch.nn as nn
from ${first} import *
from ${second} import *

def step(x, y):
    return cross_entropy(softmax(nn.Linear(4, 3)(x), 1), y)  # //! ${verdict}
`
  for (const text of [program('own', 'torch.nn.functional', 'probabilities-as-logits'), program('torch.nn.functional', 'own', 'clean')]) {
    const { found, expected } = verdicts(text)
    expect(found).toEqual(expected)
  }
})
