import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { lint } from '../../src/lint.js'
import golden from '../contracts/torch-shapes.json' with { type: 'json' }
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

const prelude = `# file: main.py
import math
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
`

/** Each fault beside its right twin, and what only looks like one. */
const programs: Record<string, string> = {
  'the last axis of an image is that of its columns, with a batch or without': `
conv = nn.Conv2d(3, 5, 1)
def loss(x, y):
    F.nll_loss(F.log_softmax(conv(x), dim=-1), y)  #! wrong-softmax-axis
    F.nll_loss(F.log_softmax(conv(x), dim=2), y)  #! wrong-softmax-axis
    F.nll_loss(F.log_softmax(conv(x), dim=1), y)  #! clean
    F.nll_loss(F.log_softmax(conv(x).flatten(1), dim=-1), y)  #! clean
    F.nll_loss(F.log_softmax(conv(x).mean([2, 3]), dim=-1), y)  #! clean
    F.nll_loss(F.log_softmax(conv(x).squeeze(-1).squeeze(-1), dim=-1), y)  #! clean
    F.nll_loss(F.log_softmax(conv(x).view(x.size(0), -1), dim=-1), y)  #! clean
    F.nll_loss(F.log_softmax(F.adaptive_avg_pool2d(conv(x), 1)[:, :, 0, 0], dim=-1), y)  #! clean
`,
  'a softmax that is told no axis': `
def loss(x, y):
    F.nll_loss(F.log_softmax(torch.randn(4, 9)), torch.randint(9, (4,)))  #! clean
    F.nll_loss(F.log_softmax(torch.randn(4, 9, 7)), torch.randint(9, (4, 7)))  #! wrong-softmax-axis
    F.nll_loss(F.log_softmax(torch.randn(4, 9, 7, 7)), torch.randint(9, (4, 7, 7)))  #! clean
    F.nll_loss(F.log_softmax(torch.randn(4, 7, 9)).view(-1, 9), y)  #! wrong-softmax-axis
    F.nll_loss(F.log_softmax(torch.randn(28, 9)).view(-1, 9), y)  #! clean
    F.nll_loss(F.log_softmax(nn.BatchNorm2d(9)(x)), y)  #! clean
    F.nll_loss(F.log_softmax(nn.Linear(8, 9)(x)), y)  #! clean
`,
  'an axis that is moved keeps its rows': `
lstm = nn.LSTM(8, 9, batch_first=True)
def loss(x, y):
    h, _ = lstm(torch.randn(4, 7, 8))
    F.nll_loss(F.log_softmax(h, dim=-1).transpose(1, 2), y)  #! clean
    F.nll_loss(F.log_softmax(h, dim=-1).permute(0, 2, 1), y)  #! clean
    F.nll_loss(F.log_softmax(h, dim=1).transpose(1, 2), y)  #! wrong-softmax-axis
    F.nll_loss(F.log_softmax(h, dim=-1), y)  #! wrong-softmax-axis
    F.nll_loss(F.log_softmax(h.reshape(28, 9), dim=1), y)  #! clean
    F.nll_loss(F.log_softmax(x, dim=-1).permute(0, 3, 1, 2), y)  #! clean
    F.nll_loss(F.log_softmax(x, dim=1).permute(0, 3, 1, 2), y)  #! wrong-softmax-axis
`,
  'class indices tell that there are positions': `
def loss(model: nn.Linear, x):
    F.nll_loss(F.log_softmax(model(x), dim=-1), torch.randint(5, (2, 7)))  #! wrong-softmax-axis
    F.nll_loss(F.log_softmax(model(x), dim=-1), torch.randint(5, (2,)))  #! clean
`,
  'classes on the last axis': `
tag = nn.Sequential(nn.Embedding(50, 24), nn.Dropout(0.1), nn.Linear(24, 7))
tokens, labels = torch.randint(0, 50, (2, 5)), torch.randint(0, 7, (2, 5))
square = torch.randint(0, 50, (2, 7))
F.cross_entropy(tag(tokens), labels)  #! wrong-class-axis
F.cross_entropy(tag(tokens).transpose(1, 2), labels)  #! clean
F.cross_entropy(tag(tokens).view(-1, 7), labels.view(-1))  #! clean
F.cross_entropy(tag(tokens).flatten(0, 1), labels.flatten())  #! clean
F.cross_entropy(tag(tokens)[:, -1], labels[:, -1])  #! clean
F.cross_entropy(tag(square), torch.randint(0, 7, (2, 7)))  #! clean
`,
  'pooling that gives the places, too': `
head = nn.Conv2d(3, 5, 1)
def loss(mask):
    x, places = F.max_pool2d(torch.randn(2, 3, 8, 8), 2, return_indices=True)
    F.cross_entropy(head(x), torch.randint(5, (2, 4, 4)))  #! clean
    x, places = nn.MaxPool2d(2, return_indices=True)(torch.randn(2, 3, 8, 8))
    F.cross_entropy(head(x), torch.randint(5, (2, 4, 4)))  #! clean
    F.cross_entropy(head(F.max_pool2d(torch.randn(2, 3, 8, 8), 2)), torch.randint(5, (2, 4)))  #! shape-mismatch
`,
  'a column against a row': `
net = nn.Sequential(nn.Linear(10, 4), nn.ReLU(), nn.Linear(4, 1))
x, y = torch.randn(8, 10), torch.ones(8)
bce = nn.BCEWithLogitsLoss()
bce(net(x), y)  #! shape-mismatch
bce(net(x), y.unsqueeze(1))  #! clean
bce(net(x), y[:, None])  #! clean
bce(net(x), y.view(-1, 1))  #! clean
bce(net(x).squeeze(), y)  #! clean
bce(net(x).squeeze(1), y)  #! clean
bce(net(x)[:, 0], y)  #! clean
bce(net(x).flatten(), y)  #! clean
bce(torch.cat([net(x), net(x)]).squeeze(-1), torch.zeros(16))  #! clean
bce(torch.cat([net(x), net(x)], dim=1), torch.zeros(16))  #! shape-mismatch
`,
  'what arrives on some of the ways only says nothing of the others': `
net = nn.Linear(10, 1)
bce = nn.BCEWithLogitsLoss()
def loss(x, y, flat, sizes):
    scores = net(torch.randn(8, 10))
    y = y if flat else torch.ones(8)
    bce(scores, y)  #! clean
    bce(scores.view(*sizes), torch.ones(8))  #! clean
    bce(scores.view(sizes), torch.ones(8))  #! clean
    bce(scores.view(8, *sizes), torch.ones(8))  #! clean
    many = []
    for row in sizes:
        many.append(net(torch.randn(8, 10)))
    bce(torch.cat(many), torch.ones(24, 1))  #! clean
    if flat:
        scores = scores.squeeze(1)
    bce(scores, torch.ones(8))  #! clean
`,
  'losses that flatten both sides, or encode the target': `
from fastai.losses import BCEWithLogitsLossFlat, CrossEntropyLossFlat
from monai.losses import DiceCELoss
BCEWithLogitsLossFlat()(nn.Linear(10, 1)(torch.randn(8, 10)), torch.ones(8))  #! clean
CrossEntropyLossFlat(axis=1)(torch.randn(8, 5, 4, 4), torch.randint(5, (8, 4, 4)))  #! clean
DiceCELoss(to_onehot_y=True, softmax=True)(torch.randn(2, 4, 8, 8), torch.randint(4, (2, 1, 8, 8)))  #! clean
`,
  'one-hot rows of integers': `
def loss(scores: torch.Tensor, w: torch.Tensor, y, device):
    s = scores @ w
    F.cross_entropy(s, F.one_hot(y, 3))  #! one-hot-as-indices error
    F.cross_entropy(s, F.one_hot(y, 3).to("cuda"))  #! one-hot-as-indices error
    F.cross_entropy(s, F.one_hot(y, 3).to(torch.device("cuda:0"), non_blocking=True))  #! one-hot-as-indices error
    F.cross_entropy(s, F.one_hot(y, 3).float().long())  #! one-hot-as-indices error
    F.cross_entropy(s, F.one_hot(y, 3).type(torch.int))  #! one-hot-as-indices error
    F.cross_entropy(s, F.one_hot(y, 3).to(device))  #! one-hot-as-indices info
    F.cross_entropy(s, F.one_hot(y, 3).float())  #! one-hot-as-indices info
    F.cross_entropy(s, F.one_hot(y, 3).to(torch.float32))  #! one-hot-as-indices info
    F.cross_entropy(s, F.one_hot(y, 3).to(device, dtype=torch.half))  #! one-hot-as-indices info
    F.cross_entropy(s, F.one_hot(y, 3).to(device, torch.double))  #! one-hot-as-indices info
    F.cross_entropy(s, F.one_hot(y, 3).type(torch.FloatTensor))  #! one-hot-as-indices info
    F.cross_entropy(s, F.one_hot(y, 3).type_as(s))  #! one-hot-as-indices info
    F.cross_entropy(s, F.one_hot(y, 3).to(s.dtype))  #! one-hot-as-indices info
    F.cross_entropy(s, F.one_hot(y, 3) + 1e-8)  #! one-hot-as-indices info
    F.cross_entropy(s, torch.eye(3)[y])  #! one-hot-as-indices info
    F.cross_entropy(torch.randn(2, 2, 3), F.one_hot(torch.randint(3, (2,)), 3))  #! clean
    F.cross_entropy(s, 0.9 * F.one_hot(y, 3) + 0.1 / 3)  #! clean
`,
  'infinities and what is no number': `
y = torch.tensor([0, 1])
F.cross_entropy(torch.tensor([[float("nan"), 1.0], [2.0, 3.5]]), y)  #! non-finite-input
F.cross_entropy(torch.tensor([[float("Infinity"), 1.0], [2.0, 3.5]]), y)  #! non-finite-input
F.cross_entropy(torch.tensor([[math.nan, 1.0], [2.0, 3.5]]), y)  #! non-finite-input
F.cross_entropy(torch.tensor([[torch.inf, 1.0], [2.0, 3.5]]), y)  #! non-finite-input
F.cross_entropy(torch.tensor([[np.nan, 1.0], [2.0, 3.5]]), y)  #! non-finite-input
F.cross_entropy(torch.tensor([[1.0, -math.inf], [2.0, 3.5]]), y)  #! clean
F.cross_entropy(torch.tensor([[1.0, float("-inf")], [2.0, 3.5]]), y)  #! clean
F.cross_entropy(torch.tensor([[math.pi, -math.e], [float("2"), 3.5]]), y)  #! clean
`,
  'logarithms of numbers that are written out': `
y = torch.tensor([0, 1])
F.nll_loss(torch.log(torch.tensor([[0.25, 0.75], [0.6, 0.4]])), y)  #! clean
F.nll_loss(torch.tensor([[0.25, 0.75], [0.6, 0.4]]).log(), y)  #! clean
F.nll_loss(torch.log(torch.tensor([[2.5, 0.75], [0.6, 0.4]])), y)  #! logits-as-log-probabilities
`,
}

describe('axes and types in PyTorch', () => {
  it.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(prelude + program)
    expect(found).toEqual(expected)
  })
})

it('says of each shape what PyTorch says', () => {
  const { refused } = golden
  expect(refused['classes on axis 1']).toBeNull()
  expect(refused['integers of one axis less']).toBeNull()
  expect(refused['float one-hot rows']).toBeNull()
  const why = (call: string) =>
    lint({ files: [{ path: 'main.py', text: `import torch\nimport torch.nn.functional as F\n${call}\n` }] }).findings.map(
      ({ message }) => message.why,
    )
  expect(refused['integer one-hot rows']).toContain('Expected floating point type')
  expect(why('F.cross_entropy(torch.randn(2, 3), F.one_hot(torch.tensor([0, 2]), 3))')).toEqual([
    'Rows of int64 are neither class indices nor class probabilities, which have to be floats, so the loss refuses them.',
  ])
  expect(refused['classes last']).toContain('Expected target size')
  expect(why('F.cross_entropy(torch.randn(2, 4, 3), torch.randint(3, (2, 4)))')).toEqual([
    expect.stringContaining('The loss refuses the shapes'),
  ])
  expect(refused['a column against a row']).toContain('must be the same as input size')
  expect(why('F.binary_cross_entropy_with_logits(torch.randn(8, 1), torch.ones(8))')).toEqual([
    'The loss refuses the two shapes when it is called.',
  ])
})
