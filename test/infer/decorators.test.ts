import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

const head = `// file: main.py
import functools
import torch
import torch.nn as nn
import torch.nn.functional as F
`

function judge(program: string) {
  const { found, expected } = verdicts(head + program)
  expect(found).toEqual(expected)
}

describe('a decorator of the project is called with the function', () => {
  it('that gives the logarithm, or a softmax, of what the function gives', () =>
    judge(`
def logged(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        return torch.log(f(*args, **kwargs))
    return inner

def soft(dim):
    def decorate(f):
        return lambda *args: torch.softmax(f(*args), dim)
    return decorate

@logged
def right(x):
    return torch.softmax(nn.Linear(4, 3)(x), 1)

@soft(1)
def wrong(x):
    return nn.Linear(4, 3)(x)

def step(x, y):
    return F.nll_loss(right(x), y) + F.cross_entropy(wrong(x), y)  # //! clean, probabilities-as-logits
`))

  it('of a method, with the receiver as its first argument', () =>
    judge(`
def raw(f):
    def inner(self, x):
        return self.fc(x)
    return inner

def soft(f):
    def inner(self, *args):
        return torch.softmax(f(self, *args), 1)
    return inner

class Right(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    @raw
    def forward(self, x):
        return torch.softmax(self.fc(x), 1)

class Wrong(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    @soft
    def forward(self, x):
        return self.fc(x)

def step(x, y):
    return F.cross_entropy(Right()(x), y) + F.cross_entropy(Wrong()(x), y)  # //! clean, probabilities-as-logits
`))

  it('that is a class whose instances are called', () =>
    judge(`
class Soft:
    def __init__(self, f):
        self.f = f
    def __call__(self, x):
        return torch.softmax(self.f(x), 1)

@Soft
def probs(x):
    return nn.Linear(4, 3)(x)

def step(x, y):
    a = F.cross_entropy(probs(x), y)  # //! probabilities-as-logits
    return a + F.nll_loss(probs(x).log(), y)  # //! clean
`))

  it('that hands on what it is given, also to the parameters of the function', () =>
    judge(`
def timed(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        result = f(*args, **kwargs)
        return result
    return inner

def scaled(f):
    def inner(p, y):
        return f(torch.log(p), y)
    return inner

@timed
def loss(p, y):
    return F.nll_loss(p, y)  # //! probabilities-as-log-probabilities

@scaled
def other(p, y):
    return F.nll_loss(p, y)  # //! unknown

@timed
def step(x, y):
    p = torch.softmax(nn.Linear(4, 3)(x), 1)
    return loss(p, y) + other(p, y)

@timed
def again(net, x, y):
    return F.cross_entropy(net(x), y)  # //! probabilities-as-logits

again(nn.Softmax(1), z, y)
`))
})

describe('a decorator of a library', () => {
  it('that is known to change nothing is transparent', () =>
    judge(`
import tensorflow as tf

@torch.no_grad()
@functools.lru_cache(maxsize=None)
def probs(x):
    return torch.softmax(nn.Linear(4, 3)(x), 1)

class Net(nn.Module):
    @torch.jit.export
    @torch.autocast('cuda')
    def forward(self, x):
        return torch.softmax(x, 1)

def step(x, y):
    a = F.cross_entropy(probs(x), y)  # //! probabilities-as-logits
    return a + F.cross_entropy(Net()(x), y)  # //! probabilities-as-logits
`))

  it('that is not known makes what the function gives unknown, and its parameters, but not what is inside', () =>
    judge(`
from mylib import scores

@scores
def probs(x):
    p = torch.softmax(nn.Linear(4, 3)(x), 1)
    a = F.cross_entropy(p, x)  # //! probabilities-as-logits
    b = F.cross_entropy(x, x)  # //! unknown
    return p

def step(x, y):
    return F.cross_entropy(probs(torch.softmax(x, 1)), y)  # //! unknown
`))

  it('that registers, by its name, leaves functions and classes as they are', () =>
    judge(`
from mylib import register_model, MODELS, app

@register_model
def probs(x):
    return torch.softmax(nn.Linear(4, 3)(x), 1)

@MODELS.register()
def others(x):
    return torch.softmax(nn.Linear(4, 3)(x), 1)

@MODELS.put('net')
class Net(nn.Module):
    def forward(self, x):
        return torch.softmax(x, 1)

@app.command()
def step(x, y):
    a = F.cross_entropy(probs(x), y)  # //! probabilities-as-logits
    b = F.cross_entropy(others(x), y)  # //! probabilities-as-logits
    return a + b + F.cross_entropy(Net()(x), y)  # //! probabilities-as-logits
`))
})

describe('a decorator of a class', () => {
  it('that sets a method of it makes its instances unknown', () =>
    judge(`
def strip(cls):
    cls.forward = lambda self, x: x
    return cls

@strip
class Net(nn.Module):
    def forward(self, x):
        return torch.softmax(x, 1)

def step(x, y):
    return F.cross_entropy(Net()(x), y)  # //! unknown
`))

  it('that keeps it in a table changes nothing', () =>
    judge(`
table = {}

def keep(name):
    def decorate(cls):
        table[name] = cls
        return cls
    return decorate

@keep('net')
class Net(nn.Module):
    def forward(self, x):
        return torch.softmax(x, 1)

def step(x, y):
    return F.cross_entropy(Net()(x), y)  # //! probabilities-as-logits
`))
})
