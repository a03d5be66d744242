import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from types import SimpleNamespace
from collections import namedtuple`

const programs: Record<string, string> = {
  'a variable of the module, in its table': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
globals()['net'] = nn.Linear(4, 3)
def step(x, y):
    return F.cross_entropy(net(x), y)  #! clean`,
  'a variable that is read in the table': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
def step(x, y):
    return F.cross_entropy(globals()['net'](x), y)  #! probabilities-as-logits`,
  'a table that is only read': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
print(globals()['net'])
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'another variable': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
globals()['other'] = nn.Linear(4, 3)
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'variables by keyword': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
globals().update(net=nn.Linear(4, 3))
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'a variable that a function sets': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
def swap():
    globals()['net'] = nn.Linear(4, 3)
swap()
def step(x, y):
    return F.cross_entropy(net(x), y)  #! clean`,
  'a text that is run': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
exec('net = nn.Linear(4, 3)')
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'a text that sets something else': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
exec('other = 1')
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a text that is not written out': `
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
exec(open('settings.py').read())
def step(x, y):
    return F.cross_entropy(net(x), y)  #! probabilities-as-logits`,
  'a function of the library': `
torch.softmax = lambda x, dim: x
def step(x, y):
    return F.cross_entropy(torch.softmax(nn.Linear(4, 3)(x), 1), y)  #! unknown`,
  'another function of the library': `
torch.sigmoid = lambda x: x
def step(x, y):
    return F.cross_entropy(torch.softmax(nn.Linear(4, 3)(x), 1), y)  #! probabilities-as-logits`,
  'a function of a module of it': `
F.softmax = lambda x, dim: x
def step(x, y):
    return F.cross_entropy(F.softmax(nn.Linear(4, 3)(x), 1), y)  #! unknown`,
  'a class of the library': `
nn.Softmax = nn.Identity
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
def step(x, y):
    return F.cross_entropy(net(x), y)  #! unknown`,
  'a switch of the library': `
torch.backends.cudnn.benchmark = True
def step(x, y):
    return F.cross_entropy(torch.softmax(nn.Linear(4, 3)(x), 1), y)  #! probabilities-as-logits`,
  'a function that is kept before': `
old = torch.softmax
def soft(x, dim):
    return x
torch.softmax = soft
def step(x, y):
    return F.cross_entropy(torch.softmax(nn.Linear(4, 3)(x), 1), y)  #! unknown`,
}

beforeAll(() => loadParser())

describe('names that Python programs set in other ways', () => {
  it.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`# file: main.py\n${head}${program}\n`)
    expect(found).toEqual(expected)
  })
})
