import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

const prelude = `// file: main.py
import torch
import torch.nn as nn
import torch.nn.functional as F
net = nn.Linear(4, 3)
def logged(t):
    t.log_()
def squashed(t):
    t.sigmoid_()
class Trainer:
    def logged(self, t):
        t.log_()
trainer = Trainer()
`

/** What is done to a softmax `p` before a negative log-likelihood, and how the loss is judged then. */
const onSoftmax: Record<string, string> = {
  'p.log_()': 'clean',
  'torch.log_(p)': 'clean',
  'logged(p)': 'clean',
  'trainer.logged(p)': 'clean',
  'torch.log(p.clone(), out=p)': 'clean',
  'p.copy_(F.log_softmax(net(x), 1))': 'clean',
  'p.data = F.log_softmax(net(x), 1)': 'clean',
  'p.data.copy_(F.log_softmax(net(x), 1).data)': 'clean',
  'p[...] = F.log_softmax(net(x), 1)': 'clean',
  'p[:] = torch.log(p)': 'clean',
  'p.view(-1, 3).log_()': 'clean',
  'q = p; q.log_()': 'unknown',
  'q = p; torch.log_(q)': 'unknown',
  'q = p; q[:] = torch.log(q)': 'unknown',
  'p[0] = torch.log(p[0])': 'unknown',
  'p[:, 0] = torch.log(p[:, 0])': 'unknown',
  'p.index_copy_(0, y, z)': 'unknown',
  'foreign.convert_(p)': 'unknown',
  'p.clone().log_()': 'probabilities-as-log-probabilities',
  'p.requires_grad_()': 'probabilities-as-log-probabilities',
  'p.grad = None': 'probabilities-as-log-probabilities',
  'p[0] = p[1]': 'probabilities-as-log-probabilities',
  'p[p < 0.1] = 0.1': 'probabilities-as-log-probabilities',
  'kept.append(p)': 'probabilities-as-log-probabilities',
}

/** The same for scores under a binary cross-entropy that takes such. */
const onScores: Record<string, string> = {
  'z.sigmoid_()': 'probabilities-as-logits',
  'torch.sigmoid_(z)': 'probabilities-as-logits',
  'squashed(z)': 'probabilities-as-logits',
  'torch.sigmoid(z, out=z)': 'probabilities-as-logits',
  'z.copy_(torch.sigmoid(z))': 'probabilities-as-logits',
  'z[:] = torch.sigmoid(z)': 'probabilities-as-logits',
  'z *= 2; z.sigmoid_()': 'probabilities-as-logits',
  'g = z; torch.sigmoid_(g)': 'unknown',
  'z[0].sigmoid_()': 'unknown',
  'z[:, 0] = -1e9': 'clean',
  'p = z.clone().sigmoid_()': 'clean',
}

describe('tensors that are changed in place', () => {
  it.each(Object.entries(onSoftmax))('%s', (change, verdict) => {
    const { found, expected } = verdicts(`${prelude}def loss(x, y, z, kept):
    p = F.softmax(net(x), dim=1)
    ${change}
    return F.nll_loss(p, y)  # //! ${verdict}
`)
    expect(found).toEqual(expected)
  })

  it.each(Object.entries(onScores))('%s', (change, verdict) => {
    const { found, expected } = verdicts(`${prelude}def loss(x, y):
    z = net(x)
    ${change}
    return F.binary_cross_entropy_with_logits(z, y)  # //! ${verdict}
`)
    expect(found).toEqual(expected)
  })

  it('are items of a list that a loop goes through', () => {
    const { found, expected } = verdicts(`${prelude}def loss(x, y):
    changed = [F.softmax(net(x), 1)]
    for p in changed: p.log_()
    kept = [F.softmax(net(x), 1)]
    for p in kept: print(p.sum())
    F.nll_loss(changed[0], y)  # //! unknown
    F.nll_loss(kept[0], y)  # //! probabilities-as-log-probabilities
`)
    expect(found).toEqual(expected)
  })
})
