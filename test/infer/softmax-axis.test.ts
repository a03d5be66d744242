import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

const prelude = `// file: main.py
import torch
import torch.nn as nn
import torch.nn.functional as F
net = nn.Linear(4, 3)
`

/** Log-probabilities along the first axis, and their targets: right for a single sample, wrong for a batch. */
const programs: Record<string, string> = {
  'nothing shows whether there is a batch': 'F.nll_loss(F.log_softmax(net(x), dim=0), y)  # //! unknown',
  'a row of a batch': 'F.nll_loss(F.log_softmax(net(x[0]), dim=0), y[0])  # //! unknown',
  'a row that becomes a batch of one': 'F.nll_loss(F.log_softmax(net(x), dim=0).unsqueeze(0), y)  # //! clean',
  'a row that gets another axis': 'F.nll_loss(F.log_softmax(net(x).view(-1), dim=0)[None], y)  # //! clean',
  'a row that is cut anew': 'F.nll_loss(F.log_softmax(net(x).reshape(3), dim=0).view(1, -1), y)  # //! clean',
  'a row that is repeated': 'F.nll_loss(F.log_softmax(net(x), dim=0).expand(5, 3), y)  # //! clean',
  'a batch of labels that are made': 'F.nll_loss(F.log_softmax(net(x), dim=0), torch.randint(0, 3, (8,)))  # //! wrong-softmax-axis',
  'a batch of labels that are written': 'F.nll_loss(F.log_softmax(net(x), dim=0), torch.tensor([0, 2]))  # //! wrong-softmax-axis',
  'a batch that is made': 'F.nll_loss(F.log_softmax(net(torch.randn(8, 4)), dim=0), y)  # //! wrong-softmax-axis',
  'a batch of a shape': 'F.nll_loss(F.log_softmax(net(torch.zeros((8, 4)) + 1), dim=0), y)  # //! unknown',
  'a batch that a reshape tells': 'F.nll_loss(F.log_softmax(net(x).view(-1, 3), dim=0), y)  # //! wrong-softmax-axis',
  'the right axis of a batch': 'F.nll_loss(F.log_softmax(net(torch.randn(8, 4)), dim=1), y)  # //! clean',
  'a single sample that is made': 'F.nll_loss(F.log_softmax(net(torch.randn(4)), dim=0), y)  # //! clean',
}

describe('the first axis', () => {
  it.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`${prelude}def loss(x, y):\n    return ${program}\n`)
    expect(found).toEqual(expected)
  })

  it('is that of a batch where a loader hands it out', () => {
    const { found, expected } = verdicts(`${prelude}def train(train_loader, rows, labels):
    for x, y in train_loader:
        F.nll_loss(F.log_softmax(net(x), dim=0), y)  # //! wrong-softmax-axis
    for i, (x, y) in enumerate(train_loader):
        F.nll_loss(F.log_softmax(net(x), dim=0), y.to('cuda').long())  # //! wrong-softmax-axis
    for x, y in zip(rows, labels):
        F.nll_loss(F.log_softmax(net(x), dim=0), y)  # //! unknown

def training_step(batch):
    x, y = batch
    return F.nll_loss(F.log_softmax(net(x), dim=0), y)  # //! wrong-softmax-axis
`)
    expect(found).toEqual(expected)
  })
})
