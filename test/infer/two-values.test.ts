import { beforeAll, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

const head = `// file: main.py
import torch
import torch.nn as nn
import torch.nn.functional as F

`

it.each([
  [
    'raw scores from one caller, and log-probabilities, which are scores too, from another',
    `def loss(out, y):
    return F.nll_loss(out, y)  # //! logits-as-log-probabilities likely

def wrong(x, y):
    return loss(nn.Linear(4, 3)(x), y)

def right(x, y):
    return loss(F.log_softmax(nn.Linear(4, 3)(x), 1), y)
`,
  ],
  [
    'log-probabilities from all callers',
    `def loss(out, y):
    return F.nll_loss(out, y)  # //! clean

def one(x, y):
    return loss(nn.LogSoftmax(1)(x), y)

def other(x, y):
    return loss(F.log_softmax(nn.Linear(4, 3)(x), 1), y)
`,
  ],
  [
    'one or the other by a test',
    `def loss(x, y, raw):
    out = nn.Linear(4, 3)(x)
    if not raw:
        out = F.log_softmax(out, 1)
    return F.nll_loss(out, y)  # //! unknown
`,
  ],
  [
    'labels that are indices or one-hot rows by a test',
    `def loss(x, y, c):
    t = y.argmax(1) if c else F.one_hot(y, 3)
    return F.nll_loss(F.log_softmax(nn.Linear(4, 3)(x), 1), t)  # //! unknown
`,
  ],
  [
    'a loss that another method replaces',
    `class Trainer:
    def __init__(self):
        self.net = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())
        self.crit = nn.BCEWithLogitsLoss()
    def configure(self):
        self.crit = nn.BCELoss()
    def step(self, x, y):
        return self.crit(self.net(x), y)  # //! unknown, unknown
`,
  ],
  [
    'a loss that no other method replaces',
    `class Trainer:
    def __init__(self):
        self.net = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())
        self.crit = nn.BCEWithLogitsLoss()
    def step(self, x, y):
        return self.crit(self.net(x), y)  # //! probabilities-as-logits proved
`,
  ],
])('%s', (_, program) => {
  const { found, expected } = verdicts(head + program)
  expect(found).toEqual(expected)
})
