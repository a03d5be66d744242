import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from types import SimpleNamespace
from collections import namedtuple`

const programs: Record<string, string> = {
  'a layer, through a list': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
reg = [net]
reg[0][1] = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! clean`,
  'nothing, through a list': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
reg = [net]
reg[0].eval()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'another item of the list': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
reg = [net]
reg[0] = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a member, through a list': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
reg = [net]
reg[0].act = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'a layer, through a dictionary': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
reg = {'a': net}
reg['a'][1] = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! clean`,
  'nothing, through a dictionary': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
reg = {'a': net}
reg['a'].train()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a member, through a dictionary that it was put into': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
reg = {}
reg['a'] = net
reg['a'].act = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'a part that has a name': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.body(x)
net = Net()
b = net.body
b[1] = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'nothing in a part that has a name': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.body(x)
net = Net()
b = net.body
b.eval()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'something of no matter in a part that has a name': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.body(x)
net = Net()
b = net.fc
b.weight = None
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a part of its own': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.body(x)
net = Net()
net.body[1] = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! clean`,
  'a part of a part': `
class Inner(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.body(x)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = Inner()
    def forward(self, x): return self.inner(x)
net = Net()
b = net.inner.body
b[1] = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'a part of a part that has a name': `
class Inner(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.body(x)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = Inner()
    def forward(self, x): return self.inner(x)
net = Net()
i = net.inner
i.body[1] = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'a part of what a field holds': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.body(x)
class T:
    def __init__(self):
        self.net = Net()
        b = self.net.body
        b[1] = nn.Identity()
t = T()
def step(x, y):
    return F.cross_entropy(t.net(x), y)  #! unknown`,
  'an item that has a name': `
reg = [nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))]
b = reg[0]
b[1] = nn.Identity()
def step(x, y):
    return F.cross_entropy(reg[0](x), y)  #! clean`,
  'an item that is changed by its own name': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
reg = [net]
net[1] = nn.Identity()
def step(x, y):
    return F.cross_entropy(reg[0](x), y)  #! clean`,
  'what a block is entered with': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def __enter__(self): return self
    def __exit__(self, *a): pass
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
with net as n:
    n.act = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'nothing in a block': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def __enter__(self): return self
    def __exit__(self, *a): pass
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
with net as n:
    n.eval()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a loop over a list': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
nets = [net, Net()]
for n in nets:
    n.act = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'a loop that changes nothing': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
nets = [net, Net()]
for n in nets:
    n.train()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a loop over a list that has no name': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
other = Net()
for n in [net, other]:
    n.act = nn.Identity()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'a loop that freezes weights': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
nets = [net, Net()]
for n in nets:
    for p in n.parameters():
        p.requires_grad = False
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a loop that sets something of no matter': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.act = nn.Softmax(1)
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
other = Net()
for n in (net, other):
    n.cuda()
    n.lr = 1
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
}

beforeAll(() => loadParser())

describe('objects in Python that are changed through an item or a part', () => {
  it.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`# file: main.py\n${head}${program}\n`)
    expect(found).toEqual(expected)
  })
})
