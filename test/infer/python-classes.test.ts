import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
`
const net = (result: string) => `class Net(nn.Module):
    soft = True
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def forward(self, x):
        return ${result}
`
const soft = 'torch.softmax(self.fc(x), 1)'
const raw = 'self.fc(x)'
const chosen = 'torch.softmax(self.fc(x), 1) if self.soft else self.fc(x)'

const base = (result: string) => `class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def post(self, x): return ${result}
    def forward(self, x): return self.post(self.fc(x))
`

/** Classes whose instances are called as \`net\`. */
const programs: Record<string, readonly [program: string, verdict: string]> = {
  'a method set on the class': [`${net(raw)}def soft(self, x): return ${soft}\nNet.forward = soft\nnet = Net()`, 'probabilities-as-logits'],
  'a method set on the class of an instance that exists': [`${net(soft)}net = Net()\nNet.forward = lambda self, x: ${raw}`, 'unknown'],
  'a flag set on the class': [`${net(chosen)}Net.soft = False\nnet = Net()`, 'clean'],
  'a flag that nobody sets': [`${net(chosen)}net = Net()`, 'probabilities-as-logits'],
  'a flag set by a class method': [`${net(chosen)}    @classmethod\n    def off(cls): cls.soft = False\nNet.off()\nnet = Net()`, 'unknown'],
  'another class': [`${net(soft)}class Raw(Net):\n    def forward(self, x): return ${raw}\nnet = Net()\nnet.__class__ = Raw`, 'clean'],
  'a misuse by another class': [
    `${net(raw)}class Soft(Net):\n    def forward(self, x): return ${soft}\nnet = Net()\nnet.__class__ = Soft`,
    'probabilities-as-logits',
  ],
  'a second base before what both extend': [
    `${base('torch.softmax(x, 1)')}class L(Base): pass\nclass R(Base):\n    def post(self, x): return x\nclass Net(L, R): pass\nnet = Net()`,
    'clean',
  ],
  'super is the next of the receiver': [
    `${base('x')}class L(Base):\n    def post(self, x): return super().post(x)\nclass R(Base):\n    def post(self, x): return torch.softmax(x, 1)\nclass Net(L, R): pass\nnet = Net()`,
    'probabilities-as-logits',
  ],
  'super of a class that is named': [
    `${base('x')}class B(Base):\n    def post(self, x): return torch.softmax(x, 1)\nclass C(B):\n    def post(self, x): return super(B, self).post(x)\nnet = C()`,
    'clean',
  ],
  'constructors in the order of the receiver': [
    `class A:\n    def __init__(self):\n        super().__init__()\n        self.a = 1\nclass Net(A, nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(4, 3)\n    def forward(self, x): return ${soft}\nnet = Net()`,
    'probabilities-as-logits',
  ],
  'a metaclass': [
    `class Meta(type):\n    def __call__(cls): return nn.Linear(4, 3)\nclass Net(metaclass=Meta):\n    def __call__(self, x): return torch.softmax(x, 1)\nnet = Net()`,
    'unknown',
  ],
  'an abstract class': [
    `import abc\nclass Net(nn.Module, metaclass=abc.ABCMeta):\n    def forward(self, x): return torch.softmax(x, 1)\nnet = Net()`,
    'probabilities-as-logits',
  ],
  __new__: [
    'class Net:\n    def __new__(cls): return nn.Linear(4, 3)\n    def __call__(self, x): return torch.softmax(x, 1)\nnet = Net()',
    'unknown',
  ],
  __setattr__: [
    `class Net:\n    def __setattr__(self, key, value): object.__setattr__(self, key, nn.Identity())\n    def __call__(self, x): return self.act(x)\nnet = Net()\nnet.act = nn.Softmax(1)`,
    'unknown',
  ],
}

beforeAll(() => loadParser())

describe('classes in Python', () => {
  it.each(Object.entries(programs))('%s', (_, [program, verdict]) => {
    const { found, expected } = verdicts(`// file: main.py
${head}${program}

def step(x, y):
    return F.cross_entropy(net(x), y)  # //! ${verdict}
`)
    expect(found).toEqual(expected)
  })

  it.each([
    ['soft', raw, 'unknown'],
    ['other', soft, 'probabilities-as-logits'],
  ])('%s of the class set by another file', (name, result, verdict) => {
    const { found, expected } = verdicts(`// file: nets.py
${head}${net(name === 'soft' ? chosen : result)}
// file: patch.py
import nets
def patch():
    nets.Net.${name} = False
// file: main.py
${head}import nets
net = nets.Net()
def step(x, y):
    return F.cross_entropy(net(x), y)  # //! ${verdict}
`)
    expect(found).toEqual(expected)
  })

  it.each([
    ['self.soft = False', 'clean'],
    ['self.other = False', 'probabilities-as-logits'],
  ])('%s once a dataclass is made', (statement, verdict) => {
    const { found, expected } = verdicts(`// file: main.py
${head}from dataclasses import dataclass
@dataclass
class Config:
    soft: bool = True
    def __post_init__(self):
        ${statement}
config = Config()
def step(x, y):
    z = nn.Linear(4, 3)(x)
    if config.soft:
        z = torch.softmax(z, 1)
    return F.cross_entropy(z, y)  # //! ${verdict}
`)
    expect(found).toEqual(expected)
  })

  it.each([
    ['A.__init__(self, True); B.__init__(self)', 'probabilities-as-logits'],
    ['A.__init__(self, False); B.__init__(self)', 'clean'],
  ])('%s in a class with several bases', (statement, verdict) => {
    const { found, expected } = verdicts(`// file: main.py
${head}class A:
    def __init__(self, soft): self.act = nn.Softmax(1) if soft else nn.Identity()
class B:
    def __init__(self): self.fc = nn.Linear(4, 3)
class Net(A, B):
    def __init__(self):
        ${statement}
    def __call__(self, x): return self.act(self.fc(x))
net = Net()
def step(x, y):
    return F.cross_entropy(net(x), y)  # //! ${verdict}
`)
    expect(found).toEqual(expected)
  })
})
