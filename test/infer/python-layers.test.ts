import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

const head = `import torchvision
import torch.nn as nn
import torch.nn.functional as F
from collections import OrderedDict
`
const loss = (verdict: string) => `
def step(x, y):
    return F.cross_entropy(net(x), y)  # //! ${verdict}
`

/** What is done to a container of layers, and what comes of it. */
const programs: Record<string, readonly [program: string, verdict: string]> = {
  'pop takes one away': ['net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))\nnet.pop(-1)', 'clean'],
  'pop takes another away': ['net = nn.Sequential(nn.ReLU(), nn.Linear(4, 3), nn.Softmax(1))\nnet.pop(0)', 'probabilities-as-logits'],
  'add_module replaces': [
    "net = nn.Sequential(nn.Linear(4, 3))\nnet.add_module('1', nn.Softmax(1))\nnet.add_module('1', nn.Identity())",
    'clean',
  ],
  'add_module appends': ["net = nn.Sequential(nn.Linear(4, 3))\nnet.add_module('sm', nn.Softmax(1))", 'probabilities-as-logits'],
  'add_module with a name that is not known': [
    'net = nn.Sequential(nn.Linear(4, 3))\nnet.add_module(input(), nn.Softmax(1))',
    'probabilities-as-logits',
  ],
  'del of a name': ['net = nn.Sequential(OrderedDict(fc=nn.Linear(4, 3), sm=nn.Softmax(1)))\ndel net.sm', 'clean'],
  'del of an index': ['net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))\ndel net[-1]', 'clean'],
  'a layer by its name': [
    "net = nn.Sequential(OrderedDict([('fc', nn.Linear(4, 3)), ('sm', nn.Softmax(1))]))\nnet.sm = nn.Identity()",
    'clean',
  ],
  'a softmax by its name': [
    "net = nn.Sequential(OrderedDict([('fc', nn.Linear(4, 3)), ('sm', nn.ReLU())]))\nnet.sm = nn.Softmax(1)",
    'probabilities-as-logits',
  ],
  'the table of members': ["net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))\nnet._modules['1'] = nn.Identity()", 'clean'],
  move_to_end: [
    "d = OrderedDict([('sm', nn.Softmax(1)), ('fc', nn.Linear(4, 3))])\nd.move_to_end('sm')\nnet = nn.Sequential(d)",
    'probabilities-as-logits',
  ],
  'a method that nothing tells of': ['net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))\nnet.rearrange()', 'unknown'],
  'a method that looks on': ['net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))\nnet.zero_grad()', 'probabilities-as-logits'],
  'the head of a library model': ['net = torchvision.models.vgg16()\nnet.classifier.append(nn.Softmax(1))', 'unknown'],
  'a look at the head': ['net = torchvision.models.vgg16()\nnet.classifier.parameters()', 'clean'],
}

/** The same in a class of the project. */
const members: Record<string, readonly [string, string]> = {
  'add_module over a member': ["self.act = nn.Softmax(1); self.add_module('act', nn.Identity())", 'clean'],
  'add_module beside a member': ["self.act = nn.Softmax(1); self.add_module('other', nn.Identity())", 'probabilities-as-logits'],
  'the table of members': ["self.act = nn.Softmax(1); self._modules['act'] = nn.Identity()", 'clean'],
  'members by names that are not known': ['self.act = nn.Softmax(1); self.__dict__.update(kw)', 'unknown'],
  vars: ['self.act = nn.Softmax(1); vars(self).update(kw)', 'unknown'],
  'setattr with a name that is not known': ['self.act = nn.Softmax(1); setattr(self, kw, nn.Identity())', 'unknown'],
  'setattr, then a name': ['setattr(self, kw, nn.Identity()); self.act = nn.Softmax(1)', 'probabilities-as-logits'],
}

beforeAll(() => loadParser())

describe('layers of containers in Python', () => {
  it.each(Object.entries(programs))('%s', (_, [program, verdict]) => {
    const { found, expected } = verdicts(`// file: main.py\n${head}${program}\n${loss(verdict)}`)
    expect(found).toEqual(expected)
  })

  it.each(Object.entries(members))('in a class: %s', (_, [statement, verdict]) => {
    const net = `class Net(nn.Module):
    def __init__(self, kw):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        ${statement}
    def forward(self, x):
        return self.act(self.fc(x))
net = Net(input())`
    const { found, expected } = verdicts(`// file: main.py\n${head}${net}\n${loss(verdict)}`)
    expect(found).toEqual(expected)
  })

  it.each([
    ['outs[:] = [z]', 'clean'],
    ['outs[:] = [F.softmax(z, 1)]', 'probabilities-as-logits'],
    ['outs[0:1] = [z]', 'unknown'],
  ])('%s', (statement, verdict) => {
    const { found, expected } = verdicts(`// file: main.py\n${head}
def step(x, y):
    z = nn.Linear(4, 3)(x)
    outs = [F.softmax(z, 1)]
    ${statement}
    return F.cross_entropy(outs[0], y)  # //! ${verdict}
`)
    expect(found).toEqual(expected)
  })
})
