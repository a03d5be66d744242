import { beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

/** A model of three classes. */
const head = `import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
net = nn.Linear(4, 3)
x = torch.randn(2, 4)
s = net(x)
`

/** Targets that the source spells out: what torch makes of integers and of floats, and which it takes. */
const programs: Record<string, string> = {
  'class indices': `
F.cross_entropy(s, torch.tensor([0, 2])) #! clean
F.cross_entropy(s, torch.tensor([0, 3])) #! target-out-of-range
F.cross_entropy(s, torch.tensor([1, 3])) #! target-out-of-range
F.cross_entropy(s, torch.tensor([0, -1])) #! target-out-of-range
F.cross_entropy(s, torch.tensor([0, -100])) #! clean
F.cross_entropy(s, torch.tensor([0, -1]), ignore_index=-1) #! clean
F.cross_entropy(s, torch.LongTensor([2, 1])) #! clean
F.nll_loss(s.log_softmax(1), torch.tensor([0, 5])) #! target-out-of-range
y = torch.tensor([1, 2])
F.cross_entropy(s, y) #! clean
F.cross_entropy(s, y - 1) #! clean
`,
  'rows that are one-hot': `
F.cross_entropy(s, torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])) #! one-hot-as-indices info
F.cross_entropy(s, torch.tensor([[1, 0, 0], [0, 0, 1]]).float()) #! one-hot-as-indices info
F.cross_entropy(s, torch.tensor([[1, 0, 0], [0, 0, 1]], dtype=torch.float32)) #! one-hot-as-indices info
F.cross_entropy(s, torch.tensor([[1, 0, 0], [0, 0, 1]])) #! one-hot-as-indices error
F.cross_entropy(s, torch.eye(3)[torch.tensor([0, 1])]) #! one-hot-as-indices info
F.cross_entropy(s, F.one_hot(torch.tensor([0, 1]), 3)) #! one-hot-as-indices
F.cross_entropy(s, F.one_hot(torch.tensor([0, 1]), 3).float()) #! one-hot-as-indices info
F.cross_entropy(s, F.one_hot(torch.tensor([0, 1]), num_classes=3).argmax(1)) #! clean
F.nll_loss(s.log_softmax(1), torch.tensor([[1, 0, 0], [0, 0, 1]])) #! one-hot-as-indices error
F.nll_loss(s.log_softmax(1), F.one_hot(torch.tensor([0, 1]), 3).float()) #! one-hot-as-indices error
`,
  'rows that are no distributions': `
F.cross_entropy(s, torch.tensor([[0.5, 0.5, 0.0], [0.1, 0.2, 0.7]])) #! clean
F.cross_entropy(s, torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])) #! target-not-distribution
F.cross_entropy(s, torch.tensor([[0.9, 0.9, 0.1], [0.1, 0.2, 0.7]])) #! target-not-distribution
F.cross_entropy(s, torch.tensor([[-0.5, 1.5, 0.0], [0.0, 0.0, 1.0]])) #! target-not-distribution
F.binary_cross_entropy_with_logits(s, torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])) #! clean
`,
  'targets of two classes': `
one = nn.Linear(4, 1)
out = one(x).squeeze(1)
F.binary_cross_entropy_with_logits(out, torch.tensor([0.0, 1.0])) #! clean
F.binary_cross_entropy_with_logits(out, torch.tensor([-1.0, 1.0])) #! target-not-binary
F.binary_cross_entropy_with_logits(out, torch.tensor([1.0, 2.0])) #! target-not-binary
F.binary_cross_entropy(out.sigmoid(), torch.tensor([0.1, 0.9])) #! clean
F.binary_cross_entropy(out.sigmoid(), torch.tensor([-1.0, 1.0])) #! target-not-binary
F.binary_cross_entropy_with_logits(out.view(-1), torch.FloatTensor([1, 0])) #! clean
`,
  'exchanged arguments': `
y = torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
F.cross_entropy(y, s) #! swapped-arguments
F.cross_entropy(s, y) #! one-hot-as-indices info
F.cross_entropy(target=y, input=s) #! one-hot-as-indices info
F.kl_div(y, s.log_softmax(1)) #! swapped-arguments
`,
  'one output': `
one = nn.Linear(4, 1)
F.cross_entropy(one(x), torch.tensor([0, 0])) #! single-class-softmax
F.cross_entropy(nn.Linear(4, 2)(x), torch.tensor([0, 1])) #! clean
F.binary_cross_entropy_with_logits(one(x), torch.tensor([[0.0], [1.0]])) #! clean
F.binary_cross_entropy(one(x).softmax(1), torch.tensor([[0.0], [1.0]])) #! single-class-softmax
`,
  'numbers as predictions': `
F.cross_entropy(torch.tensor([[2.0, -1.0, 0.5]]), torch.tensor([0])) #! clean
F.cross_entropy(torch.tensor([[0.7, 0.2, 0.1]]), torch.tensor([0])) #! probabilities-as-logits likely
F.nll_loss(torch.tensor([[0.7, 0.2, 0.1]]), torch.tensor([0])) #! probabilities-as-log-probabilities
F.binary_cross_entropy(torch.tensor([1.7, -0.2]), torch.tensor([1.0, 0.0])) #! logits-as-probabilities
`,
  'numbers through numpy and names': `
labels = [0, 1]
F.cross_entropy(s, torch.tensor(labels)) #! clean
F.cross_entropy(s, torch.from_numpy(np.array([0, 2]))) #! clean
F.cross_entropy(s, torch.tensor(np.array([0, 4]))) #! target-out-of-range
F.cross_entropy(s, torch.as_tensor([3, 0])) #! target-out-of-range
classes = 3
F.cross_entropy(nn.Linear(4, classes)(x), torch.tensor([0, classes])) #! target-out-of-range
F.cross_entropy(nn.Linear(4, classes + 1)(x), torch.tensor([0, classes])) #! clean
`,
}

describe('numbers in Python', () => {
  beforeAll(loadParser)

  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`${head}${program}`)
    expect(found).toEqual(expected)
  })
})
