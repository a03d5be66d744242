import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from contextlib import contextmanager
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.flag = 0
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
`

/** What happens to `net` under another name; `unknown` where it is not followed. */
const programs: Record<string, readonly [program: string, verdict: string]> = {
  nothing: ['other = net', 'probabilities-as-logits'],
  'a member by another name': ['other = net\nother.act = nn.Identity()', 'unknown'],
  'a member of no matter by another name': ['other = net\nother.flag = 1', 'probabilities-as-logits'],
  'a function for each part that changes it': ['def strip(m):\n    m.act = nn.Identity()\nnet.apply(strip)', 'unknown'],
  'a function for each part that sets weights': [
    'def fill(m):\n    if isinstance(m, nn.Linear):\n        nn.init.xavier_uniform_(m.weight)\n        m.bias.data.fill_(0)\nnet.apply(fill)',
    'probabilities-as-logits',
  ],
  'a generator that changes it': [
    '@contextmanager\ndef raw(m):\n    m.act = nn.Identity()\n    yield\n    m.act = nn.Softmax(1)\nraw(net)',
    'unknown',
  ],
  'a generator that looks on': ['def raw(m):\n    m.eval()\n    yield m\nraw(net)', 'probabilities-as-logits'],
  'an object that changes it': [
    'class Raw:\n    def __init__(self, m): self.m = m\n    def __enter__(self): self.m.act = nn.Identity()\nRaw(net)',
    'unknown',
  ],
  'an object that trains it': [
    'class Trainer:\n    def __init__(self, m): self.m = m\n    def fit(self, x):\n        self.m.train()\n        return self.m(x)\nTrainer(net)',
    'probabilities-as-logits',
  ],
  'an object that holds it and changes something else': [
    'class Trainer:\n    def __init__(self, m, o):\n        self.m = m\n        self.o = o\n    def fit(self, x): self.o.lr = 1\nTrainer(net, None)',
    'probabilities-as-logits',
  ],
  'setattr in a loop': ['for name, part in net.named_children():\n    setattr(net, name, nn.Identity())', 'unknown'],
}

beforeAll(() => loadParser())

describe('changes in Python through another name', () => {
  it.each(Object.entries(programs))('%s', (_, [program, verdict]) => {
    const { found, expected } = verdicts(`// file: main.py
${head}${program}

def step(x, y):
    return F.cross_entropy(net(x), y)  # //! ${verdict}
`)
    expect(found).toEqual(expected)
  })

  it.each([
    ['torch.softmax(z, 1)', 'probabilities-as-logits'],
    ['z', 'clean'],
  ])('finds %s in a class of another file', (result, verdict) => {
    const { found, expected } = verdicts(`// file: base.py
import torch.nn.functional as F
class Base:
    def loss(self, x, y):
        return F.cross_entropy(self.probs(x), y)  # //! ${verdict}
// file: sub.py
import torch
import torch.nn as nn
from base import Base
class Sub(Base):
    def probs(self, x):
        z = nn.Linear(4, 3)(x)
        return ${result}
`)
    expect(found).toEqual(expected)
  })
})
