import { beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

/** A model that gives scores, and one that gives their softmax. */
const head = `import argparse
import torch
from torch import nn
import torch.nn.functional as F
scores = nn.Linear(4, 3)
probs = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))
logs = nn.Sequential(nn.Linear(4, 3), nn.LogSoftmax(dim=1))
`

/** How a loss is made, chosen, handed on and called. */
const programs: Record<string, string> = {
  'chosen from a dictionary': `
losses = {'ce': nn.CrossEntropyLoss(), 'nll': nn.NLLLoss()}
makers = {'ce': nn.CrossEntropyLoss, 'nll': nn.NLLLoss}
functions = dict(ce=F.cross_entropy, nll=F.nll_loss)
def step(x, y):
    losses['ce'](scores(x), y) #! clean
    losses['nll'](scores(x), y) #! logits-as-log-probabilities
    makers['ce'](label_smoothing=0.1)(probs(x), y) #! probabilities-as-logits
    makers.get('nll')()(logs(x), y) #! clean
    functions['nll'](probs(x), y) #! probabilities-as-log-probabilities
    name = 'ce'
    functions[name](scores(x), y) #! clean
`,
  'chosen by a condition': `
def criterion(name):
    if name == 'nll':
        return nn.NLLLoss()
    elif name == 'ce':
        return nn.CrossEntropyLoss()
    raise ValueError(name)
def step(x, y):
    criterion('ce')(scores(x), y) #! clean
    criterion('nll')(scores(x), y) #! logits-as-log-probabilities
    criterion('nll')(logs(x), y) #! clean
    loss = nn.CrossEntropyLoss() if x.is_cuda else nn.CrossEntropyLoss(reduction='sum')
    loss(probs(x), y) #! probabilities-as-logits
    loss(scores(x), y) #! clean
`,
  'model and loss chosen alike': `
def train(x, y, normalised):
    if normalised:
        model, loss = logs, nn.NLLLoss()
    else:
        model, loss = scores, nn.CrossEntropyLoss()
    loss(model(x), y) #! clean, clean
def wrong(x, y, normalised):
    if normalised:
        model, loss = probs, nn.NLLLoss()
    else:
        model, loss = probs, nn.CrossEntropyLoss()
    loss(model(x), y) #! probabilities-as-log-probabilities, probabilities-as-logits
`,
  'chosen on the command line': `
parser = argparse.ArgumentParser()
parser.add_argument('--loss', choices=['ce', 'nll'], default='ce')
args = parser.parse_args()
if args.loss == 'ce':
    loss, model = nn.CrossEntropyLoss(), scores
else:
    loss, model = nn.NLLLoss(), logs
def step(x, y):
    loss(model(x), y) #! clean, clean
    out = probs(x)
    if args.loss == 'ce':
        F.cross_entropy(out, y) #! probabilities-as-logits
    else:
        F.nll_loss(out.log(), y) #! clean
`,
  'handed to a function': `
def wrong(model, criterion, x, y):
    return criterion(model(x), y) #! probabilities-as-logits
def right(model, criterion, x, y):
    return criterion(model(x), y) #! clean, clean
def by_name(x, y, model=None, loss_fn=F.cross_entropy):
    return loss_fn(model(x), y) #! probabilities-as-logits
def step(x, y):
    wrong(probs, nn.CrossEntropyLoss(), x, y)
    right(scores, nn.CrossEntropyLoss(), x, y)
    right(scores, criterion=F.cross_entropy, x=x, y=y)
    by_name(x, y, model=probs)
`,
  'handed to an object': `
class Trainer:
    def __init__(self, model, criterion=None):
        self.model = model
        self.criterion = criterion or nn.CrossEntropyLoss()
    def step(self, x, y):
        return self.criterion(self.model(x), y) #! probabilities-as-logits
class Other(Trainer):
    loss_fn = nn.NLLLoss()
    def step(self, x, y):
        return self.loss_fn(self.model(x), y) #! clean
def run(x, y):
    Trainer(probs).step(x, y)
    Other(logs).step(x, y)
`,
  'a loss class of its own': `
class Wrapped(nn.Module):
    def __init__(self, weight=None):
        super().__init__()
        self.ce = nn.CrossEntropyLoss(weight=weight)
    def forward(self, out, y):
        return self.ce(out, y) #! probabilities-as-logits
class Right(nn.Module):
    def forward(self, out, y):
        return F.nll_loss(F.log_softmax(out, dim=1), y) #! clean
class Extended(nn.CrossEntropyLoss):
    def forward(self, input, target):
        return super().forward(input, target) * 2 #! probabilities-as-logits
class Named(nn.CrossEntropyLoss):
    pass
def step(x, y):
    Wrapped()(probs(x), y)
    Right()(scores(x), y)
    Extended()(probs(x), y)
    Named()(probs(x), y) #! probabilities-as-logits
    Named()(scores(x), y) #! clean
`,
  'callers of what is called like a loss': `
def cross_entropy_loss(out, y):
    return F.cross_entropy(out, y) #! probabilities-as-logits
class SmoothLoss(nn.Module):
    def forward(self, out, y):
        return F.cross_entropy(out, y, label_smoothing=0.1) #! clean
def train(x, y, criterion):
    return criterion(scores(x), y)
def step(x, y):
    cross_entropy_loss(probs(x), y)
    train(x, y, SmoothLoss())
`,
  'some callers are wrong': `
def loss(out, y):
    return F.cross_entropy(out, y) #! probabilities-as-logits likely
def step(x, y):
    loss(probs(x), y)
    loss(scores(x), y)
`,
  'criteria that are made and called at once': `
def step(x, y):
    nn.CrossEntropyLoss()(probs(x), y) #! probabilities-as-logits
    nn.CrossEntropyLoss().cuda()(scores(x), y) #! clean
    nn.BCELoss()(torch.sigmoid(scores(x)), y) #! clean
    nn.BCELoss()(scores(x), y) #! logits-as-probabilities
    nn.BCEWithLogitsLoss()(torch.sigmoid(scores(x)), y) #! probabilities-as-logits
    nn.BCEWithLogitsLoss(pos_weight=torch.ones(3))(scores(x), y) #! clean
    nn.KLDivLoss(reduction='batchmean')(logs(x), F.softmax(y, dim=1)) #! clean
    nn.KLDivLoss(reduction='batchmean')(probs(x), F.softmax(y, dim=1)) #! probabilities-as-log-probabilities
    nn.KLDivLoss(log_target=True)(logs(x), F.log_softmax(y, dim=1)) #! clean
    nn.CrossEntropyLoss()(input=scores(x), target=y) #! clean
    nn.CrossEntropyLoss().forward(probs(x), y) #! probabilities-as-logits
`,
  'several losses in a list': `
criteria = [nn.CrossEntropyLoss(), nn.NLLLoss()]
models = [scores, logs]
wrong = [probs, probs]
def step(x, y):
    ce, nll = criteria
    ce(scores(x), y) #! clean
    nll(scores(x), y) #! logits-as-log-probabilities
    criteria[1](logs(x), y) #! clean
    return sum(ce(m(x), y) for m in wrong) #! probabilities-as-logits
`,
}

describe('criteria of torch', () => {
  beforeAll(loadParser)

  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`${head}${program}`)
    expect(found).toEqual(expected)
  })
})
