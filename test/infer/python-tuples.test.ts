import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from types import SimpleNamespace
from collections import namedtuple`

const programs: Record<string, string> = {
  'a field of a named tuple': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
Out = namedtuple('Out', ['logits', 'hidden'])
net = Net()
def step(x, y):
    out = Out(net(x), x)
    return F.cross_entropy(out.logits, y)  #! probabilities-as-logits`,
  'another field': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
Out = namedtuple('Out', 'hidden logits')
net = Net()
lin = nn.Linear(4, 3)
def step(x, y):
    out = Out(net(x), logits=lin(x))
    return F.cross_entropy(out.logits, y)  #! clean`,
  'a named tuple taken apart': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
Out = namedtuple('Out', 'hidden logits')
net = Net()
def step(x, y):
    h, out = Out(x, net(x))
    return F.cross_entropy(out, y)  #! probabilities-as-logits`,
  'a named tuple that a function returns': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
import collections
Out = collections.namedtuple('Out', ['hidden', 'logits'])
net = Net()
def make(x): return Out(hidden=x, logits=net(x))
def step(x, y):
    return F.cross_entropy(make(x).logits, y)  #! probabilities-as-logits`,
  'a class of named tuples': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
from typing import NamedTuple
class Out(NamedTuple):
    hidden: torch.Tensor
    logits: torch.Tensor
net = Net()
def step(x, y):
    out = Out(x, net(x))
    h, p = out
    F.cross_entropy(out[1], y)  #! probabilities-as-logits
    return F.cross_entropy(p, y)  #! probabilities-as-logits`,
  'right ones': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Identity(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Identity(1))
    def forward(self, x):
        return self.act(self.fc(x))
from typing import NamedTuple
class Out(NamedTuple):
    hidden: torch.Tensor
    logits: torch.Tensor
net = Net()
def step(x, y):
    out = Out(x, net(x))
    h, p = out
    F.cross_entropy(out[1], y)  #! clean
    return F.cross_entropy(p, y)  #! clean`,
  'a namespace with a loss': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
ns = SimpleNamespace(loss=nn.CrossEntropyLoss())
def step(x, y):
    return ns.loss(net(x), y)  #! probabilities-as-logits`,
  'a namespace with a loss that is right': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Identity(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Identity(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
ns = SimpleNamespace(loss=nn.CrossEntropyLoss())
def step(x, y):
    return ns.loss(net(x), y)  #! clean`,
  'a namespace with a model': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
ns = SimpleNamespace(net=Net(), lr=1)
def step(x, y):
    return F.cross_entropy(ns.net(x), y)  #! probabilities-as-logits`,
  'a namespace that is changed': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
ns = SimpleNamespace(net=Net(), lr=1)
ns.net = nn.Linear(4, 3)
def step(x, y):
    return F.cross_entropy(ns.net(x), y)  #! clean`,
  'outputs beside their losses': `
class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 3)
        self.b = nn.Linear(4, 3)
    def forward(self, x):
        return self.a(x).softmax(1), self.b(x).softmax(1)
model = Two()
crits = [nn.CrossEntropyLoss(), nn.CrossEntropyLoss()]
def step(x, ys):
    loss = sum(c(o, t) for c, o, t in zip(crits, model(x), ys))  #! probabilities-as-logits
    for out, crit in zip(model(x), crits):
        loss = loss + crit(out, ys[0])  #! probabilities-as-logits
    return loss`,
  'right outputs beside their losses': `
class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 3)
        self.b = nn.Linear(4, 3)
    def forward(self, x):
        return self.a(x), self.b(x)
model = Two()
crits = [nn.CrossEntropyLoss(), nn.CrossEntropyLoss()]
def step(x, ys):
    loss = sum(c(o, t) for c, o, t in zip(crits, model(x), ys))  #! clean
    for out, crit in zip(model(x), crits):
        loss = loss + crit(out, ys[0])  #! clean
    return loss`,
}

beforeAll(() => loadParser())

describe('tuples and namespaces with names in Python', () => {
  it.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`# file: main.py\n${head}${program}\n`)
    expect(found).toEqual(expected)
  })
})
