import { beforeAll, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

const head = `// file: main.py
import torch
import torch.nn as nn
import torch.nn.functional as F
import pytorch_lightning as pl

`

it.each([
  [
    'a class that is made outweighs the one that it extends, which is not',
    `class Base(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def forward(self, x):
        return torch.softmax(self.fc(x), 1)
    def training_step(self, b, i):
        x, y = b
        return F.cross_entropy(self(x), y)  # //! clean

class Net(Base):
    def forward(self, x):
        return self.fc(x)

pl.Trainer().fit(Net())
`,
  ],
  [
    'the base class counts where it is made, too',
    `class Base(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def forward(self, x):
        return torch.softmax(self.fc(x), 1)
    def training_step(self, b, i):
        x, y = b
        return F.cross_entropy(self(x), y)  # //! probabilities-as-logits likely

class Net(Base):
    def forward(self, x):
        return self.fc(x)

pl.Trainer().fit(Net())
pl.Trainer().fit(Base())
`,
  ],
])('%s', (_, program) => {
  const { found, expected } = verdicts(head + program)
  expect(found).toEqual(expected)
})
