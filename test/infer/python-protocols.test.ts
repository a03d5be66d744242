import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from types import SimpleNamespace
from collections import namedtuple`

const programs: Record<string, string> = {
  'what a block is entered with': `
class Ctx:
    def __init__(self, net): self.net = net
    def __enter__(self): return self.net
    def __exit__(self, *a): pass
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
def step(x, y):
    with Ctx(net) as n:
        return F.cross_entropy(n(x), y)  #! probabilities-as-logits`,
  'a right one': `
class Ctx:
    def __init__(self, net): self.net = net
    def __enter__(self): return self.net
    def __exit__(self, *a): pass
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Identity(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Identity(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
def step(x, y):
    with Ctx(net) as n:
        return F.cross_entropy(n(x), y)  #! clean`,
  'something else than what is held': `
class Ctx:
    def __init__(self, net): self.net = net
    def __enter__(self): return nn.Linear(4, 3)
    def __exit__(self, *a): pass
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
def step(x, y):
    with Ctx(net) as n:
        return F.cross_entropy(n(x), y)  #! clean`,
  itself: `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def __enter__(self): return self
    def __exit__(self, *a): pass
    def forward(self, x): return self.fc(x).softmax(1)
def step(x, y):
    with Net() as net:
        return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'an item': `
class Bag:
    def __init__(self):
        self.nets = [nn.Sequential(nn.Linear(4, 3), nn.Softmax(1)), nn.Linear(4, 3)]
    def __getitem__(self, i): return self.nets[i]
bag = Bag()
def step(x, y):
    return F.cross_entropy(bag[0](x), y)  #! probabilities-as-logits`,
  'another item': `
class Bag:
    def __init__(self):
        self.nets = [nn.Sequential(nn.Linear(4, 3), nn.Softmax(1)), nn.Linear(4, 3)]
    def __getitem__(self, i): return self.nets[i]
bag = Bag()
def step(x, y):
    return F.cross_entropy(bag[1](x), y)  #! clean`,
  'items by name': `
class Bag:
    def __init__(self):
        self.nets = {'soft': nn.Sequential(nn.Linear(4, 3), nn.Softmax(1)), 'raw': nn.Linear(4, 3)}
    def __getitem__(self, name): return self.nets[name]
bag = Bag()
def step(x, y):
    F.cross_entropy(bag['soft'](x), y)  #! probabilities-as-logits
    return F.cross_entropy(bag['raw'](x), y)  #! clean`,
  'items that are counted': `
class Bag:
    def __init__(self):
        self.nets = [nn.Linear(4, 3), nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))]
    def __getitem__(self, i): return self.nets[i]
bag = Bag()
def step(x, y):
    F.cross_entropy(bag[-1](x), y)  #! unknown
    for i in range(1):
        loss = F.cross_entropy(bag[i](x), y)  #! clean`,
  'a member that is no item': `
class Bag:
    def __init__(self):
        self.nets = [nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))]
    def __getitem__(self, i): return self.nets[0]
bag = Bag()
def step(x, y):
    return F.cross_entropy(bag.other(x), y)  #! unknown`,
  'what a loop goes through': `
class Bag:
    def __init__(self):
        self.nets = [nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))]
    def __iter__(self): return iter(self.nets)
bag = Bag()
def step(x, y):
    for net in bag:
        loss = F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'right ones': `
class Bag:
    def __init__(self):
        self.nets = [nn.Sequential(nn.Linear(4, 3))]
    def __iter__(self): return iter(self.nets)
bag = Bag()
def step(x, y):
    for net in bag:
        loss = F.cross_entropy(net(x), y)  #! clean`,
  'what it yields': `
class Bag:
    def __init__(self):
        self.nets = [nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))]
    def __iter__(self): 
        for n in self.nets: yield n
bag = Bag()
def step(x, y):
    for net in bag:
        loss = F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a property of a function without a name': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.soft = nn.Softmax(1)
    act = property(lambda self: self.soft)
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()

def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a property of a method': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.soft = nn.Identity()
    def get_act(self): return self.soft
    act = property(get_act)
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()

def step(x, y):
    return F.cross_entropy(net(x), y)  #! clean`,
  'a method of the class that is given its receiver': `
class A(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def m(self, x): return self.fc(x).softmax(1)
def step(x, y):
    return F.cross_entropy(A.m(A(), x), y)  #! probabilities-as-logits`,
  'a right one that is given its receiver': `
class A(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def m(self, x): return self.fc(x)
def step(x, y):
    return F.cross_entropy(A.m(A(), x), y)  #! clean`,
  'a loss that is given its receiver': `
class A(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def loss(self, p, y): return F.cross_entropy(p, y)  #! probabilities-as-logits
a = A()
def step(x, y):
    return A.loss(a, a.fc(x).softmax(1), y)`,
  'a right loss that is given its receiver': `
class A(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def loss(self, p, y): return F.cross_entropy(p, y)  #! clean
a = A()
def step(x, y):
    return A.loss(a, a.fc(x), y)`,
}

beforeAll(() => loadParser())

describe('methods that Python runs by itself', () => {
  it.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`# file: main.py\n${head}${program}\n`)
    expect(found).toEqual(expected)
  })
})
