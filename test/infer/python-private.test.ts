import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from types import SimpleNamespace
from collections import namedtuple`

const programs: Record<string, string> = {
  'a field of one name in two classes': `
class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.__act = nn.Identity()
        self.fc = nn.Linear(4, 3)
    def forward(self, x):
        return self.__act(self.fc(x))
class Net(Base):
    def __init__(self):
        super().__init__()
        self.__act = nn.Softmax(1)
net = Net()

def step(x, y):
    return F.cross_entropy(net(x), y)  #! clean`,
  'a misuse in the class that is extended': `
class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.__act = nn.Softmax(1)
        self.fc = nn.Linear(4, 3)
    def forward(self, x):
        return self.__act(self.fc(x))
class Net(Base):
    def __init__(self):
        super().__init__()
        self.__act = nn.Identity()
net = Net()

def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a method of one name in two classes': `
class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def __post(self, x): return x
    def forward(self, x):
        return self.__post(self.fc(x))
class Net(Base):
    def __post(self, x): return x.softmax(1)
net = Net()

def step(x, y):
    return F.cross_entropy(net(x), y)  #! clean`,
  'a method of its own': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def __post(self, x): return x.softmax(1)
    def forward(self, x):
        return self.__post(self.fc(x))
net = Net()

def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a field that is set from outside': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.__act = nn.Softmax(1)
    def forward(self, x):
        return self.__act(self.fc(x))
net = Net()
net._Net__act = nn.Identity()

def step(x, y):
    return F.cross_entropy(net(x), y)  #! clean`,
}

beforeAll(() => loadParser())

describe('names that are private to a class in Python', () => {
  it.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`# file: main.py\n${head}${program}\n`)
    expect(found).toEqual(expected)
  })
})
