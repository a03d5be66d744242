import { beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

/** What gives scores is in every program. */
const head = `import functools
import torch
from functools import partial
from torch import nn
import torch.nn.functional as F
net = nn.Linear(4, 3)
`

/** How functions are given their arguments, made, wrapped and called. */
const programs: Record<string, string> = {
  'arguments by keyword': `
def loss(pred, target, weight=None):
    return F.cross_entropy(pred, target, weight=weight) #! clean
def other(pred, target):
    return F.cross_entropy(target=target, input=pred) #! probabilities-as-logits
def mixed(y, *, probs, scores):
    F.cross_entropy(scores, y) #! clean
    F.cross_entropy(input=probs, target=y) #! probabilities-as-logits
def positional(scores, y, /):
    F.cross_entropy(scores, y) #! clean
def step(x, y):
    s = net(x)
    loss(target=y, pred=s)
    other(target=y, pred=s.softmax(1))
    mixed(y, scores=s, probs=F.softmax(s, dim=1))
    positional(s, y)
`,
  'what is taken unless given': `
def normalised(x, act=torch.softmax):
    return act(net(x), dim=1)
def scaled(x, act=lambda s: s):
    return act(net(x))
def flagged(x, probs=False):
    out = net(x)
    if probs:
        return out.softmax(1)
    return out
def step(x, y):
    F.cross_entropy(normalised(x), y) #! probabilities-as-logits
    F.nll_loss(normalised(x, torch.log_softmax), y) #! clean
    F.cross_entropy(scaled(x), y) #! clean
    F.cross_entropy(scaled(x, act=nn.Softmax(dim=1)), y) #! probabilities-as-logits
    F.cross_entropy(flagged(x), y) #! clean
    F.cross_entropy(flagged(x, probs=True), y) #! probabilities-as-logits
    F.cross_entropy(flagged(x, False), y) #! clean
`,
  partial: `
soft = partial(F.softmax, dim=1)
smooth = functools.partial(F.cross_entropy, label_smoothing=0.1)
against = partial(F.cross_entropy, target=torch.tensor([0, 3]))
def loss(kind, out, y):
    return F.cross_entropy(out if kind == 'scores' else out.softmax(1), y) #! clean
of_scores = partial(loss, 'scores')
def weighted(out, y, weight=1.0, act=None):
    return F.cross_entropy(act(out), y) * weight #! probabilities-as-logits
halved = partial(weighted, weight=0.5, act=soft)
def step(x, y):
    F.cross_entropy(soft(net(x)), y) #! probabilities-as-logits
    smooth(net(x), y) #! clean
    smooth(soft(net(x)), y) #! probabilities-as-logits
    against(net(x)) #! target-out-of-range
    against(input=net(x), target=y) #! clean
    of_scores(net(x), y)
    halved(net(x), y)
`,
  'lambdas and nested functions': `
soft = lambda s: F.softmax(s, dim=1)
plain = lambda s, scale=1.0: s * scale
ce = lambda out, y: F.cross_entropy(out, y) #! clean
def make(normalise):
    def forward(x):
        s = net(x)
        return soft(s) if normalise else plain(s)
    return forward
wrong, right = make(True), make(False)
def step(x, y):
    ce(net(x), y)
    F.cross_entropy(soft(net(x)), y) #! probabilities-as-logits
    F.cross_entropy(plain(net(x)), y) #! clean
    F.cross_entropy(wrong(x), y) #! probabilities-as-logits
    F.cross_entropy(right(x), y) #! clean
    F.cross_entropy((lambda s: s)(net(x)), y) #! clean
`,
  closures: `
def trainer(model):
    count = 0
    last = None
    def step(x, y):
        nonlocal count, last
        count += 1
        last = model(x)
        return F.cross_entropy(last, y) #! probabilities-as-logits
    return step
run = trainer(nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1)))
run(torch.randn(2, 4), torch.tensor([0, 1]))
`,
  'globals that are set': `
model = None
def setup():
    global model
    model = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))
def step(x, y):
    return F.cross_entropy(model(x), y) #! probabilities-as-logits
setup()
`,
  decorators: `
def timed(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        return fn(*args, **kwargs)
    return inner
@torch.no_grad()
def scores(x):
    return net(x)
@timed
def probs(x):
    return net(x).softmax(1)
@staticmethod
def unused():
    pass
def step(x, y):
    F.cross_entropy(scores(x), y) #! clean
    F.cross_entropy(probs(x), y) #! probabilities-as-logits
`,
  generators: `
def soft(batches):
    for x, y in batches:
        yield net(x).softmax(1), y
def both(x):
    yield net(x)
    yield net(x)
def train(loader):
    for p, y in soft(loader):
        F.cross_entropy(p, y) #! probabilities-as-logits
    for x, y in loader:
        for s in both(x):
            F.cross_entropy(s, y) #! clean
    for p in (net(x).softmax(1) for x, _ in loader):
        F.cross_entropy(p, y) #! probabilities-as-logits
`,
  'properties and methods of classes': `
class Result:
    kind = 'scores'
    def __init__(self, s):
        self.s = s
    @property
    def probs(self):
        return self.s.softmax(1)
    @staticmethod
    def soft(s):
        return F.softmax(s, dim=1)
    @classmethod
    def of(cls, x):
        return cls(net(x))
    def chained(self):
        return self
def step(x, y):
    out = Result.of(x)
    F.cross_entropy(out.s, y) #! clean
    F.cross_entropy(out.probs, y) #! probabilities-as-logits
    F.cross_entropy(Result.soft(out.s), y) #! probabilities-as-logits
    F.cross_entropy(out.soft(out.s), y) #! probabilities-as-logits
    F.cross_entropy(out.chained().chained().s, y) #! clean
`,
  'objects that are called': `
class Head:
    def __init__(self, act=None):
        self.act = act
    def __call__(self, x):
        out = net(x)
        return self.act(out) if self.act else out
class Loss:
    def __call__(self, out, y):
        return F.cross_entropy(out, y) #! probabilities-as-logits
class Step:
    def __init__(self, loss):
        self.loss = loss
    def __call__(self, x, y):
        return self.loss(Head(nn.Softmax(dim=1))(x), y)
def step(x, y):
    F.cross_entropy(Head()(x), y) #! clean
    F.cross_entropy(Head(partial(torch.softmax, dim=1))(x), y) #! probabilities-as-logits
    Step(Loss())(x, y)
`,
  'functions in collections': `
acts = {'softmax': nn.Softmax(dim=1), 'none': lambda s: s, 'log': partial(F.log_softmax, dim=1)}
chain = [net, torch.nn.functional.relu, lambda s: s.softmax(-1)]
def act(name):
    return acts[name]
def step(x, y):
    F.cross_entropy(acts['softmax'](net(x)), y) #! probabilities-as-logits
    F.cross_entropy(act('none')(net(x)), y) #! clean
    F.nll_loss(act('log')(net(x)), y) #! clean
    F.nll_loss(act('softmax')(net(x)), y) #! probabilities-as-log-probabilities
    h = x
    for fn in chain:
        h = fn(h)
    F.cross_entropy(h, y) #! probabilities-as-logits
    F.cross_entropy(functools.reduce(lambda v, f: f(v), [net, nn.Identity()], x), y) #! clean
    F.cross_entropy(list(map(acts['softmax'], [net(x)]))[0], y) #! probabilities-as-logits
`,
  'early returns and recursion': `
def out(x, mode):
    if mode == 'probs':
        return net(x).softmax(1)
    elif mode == 'scores':
        return net(x)
    raise ValueError(mode)
def deep(x, n):
    if n == 0:
        return net(x)
    return deep(x * 2, n - 1)
def guarded(x):
    try:
        return net(x)
    except RuntimeError:
        raise
    finally:
        print('done')
def step(x, y):
    F.cross_entropy(out(x, 'probs'), y) #! probabilities-as-logits
    F.cross_entropy(out(x, mode='scores'), y) #! clean
    F.cross_entropy(deep(x, 2), y) #! clean
    F.cross_entropy(deep(x, 2).softmax(1), y) #! probabilities-as-logits
    F.cross_entropy(guarded(x), y) #! clean
    with torch.enable_grad():
        s = net(x)
    if (p := s.softmax(1)) is not None:
        F.cross_entropy(p, y) #! probabilities-as-logits
    match 'a':
        case 'a':
            z = s
        case _:
            z = p
    F.cross_entropy(z, y) #! clean
`,
}

describe('functions of Python', () => {
  beforeAll(loadParser)

  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`${head}${program}`)
    expect(found).toEqual(expected)
  })
})
