import { beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

const torch = `import torch
from torch import nn
import torch.nn.functional as F
`

/** What a model gives: layers that are put in order, `forward`, and what classes inherit. */
const programs: Record<string, string> = {
  'layers in order': `
ce = nn.CrossEntropyLoss()
wrong = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))
right = nn.Sequential(nn.Linear(4, 3))
def step(x, y):
    ce(wrong(x), y) #! probabilities-as-logits
    ce(right(x), y) #! clean
    ce(wrong[:-1](x), y) #! clean
    ce(wrong[0](x), y) #! clean
    ce(wrong[-1](right(x)), y) #! probabilities-as-logits
    nn.NLLLoss()(nn.Sequential(right, nn.LogSoftmax(dim=1))(x), y) #! clean
    nn.NLLLoss()(nn.Sequential(wrong, nn.Identity())(x), y) #! probabilities-as-log-probabilities
`,
  'layers added later': `
wrong = nn.Sequential()
wrong.add_module('fc', nn.Linear(4, 3))
wrong.add_module('out', nn.Softmax(dim=1))
right = nn.Sequential(nn.Linear(4, 3))
right.append(nn.ReLU()).append(nn.Linear(3, 3))
cut = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))
del cut[-1]
def step(x, y):
    F.cross_entropy(wrong(x), y) #! probabilities-as-logits
    F.cross_entropy(right(x), y) #! clean
    F.cross_entropy(cut(x), y) #! clean
    F.cross_entropy(nn.Sequential(nn.Linear(4, 3)).append(nn.Softmax(dim=1))(x), y) #! probabilities-as-logits
`,
  'layers by name': `
from collections import OrderedDict
wrong = nn.Sequential(OrderedDict([('fc', nn.Linear(4, 3)), ('out', nn.Softmax(dim=1))]))
right = nn.Sequential(OrderedDict(fc=nn.Linear(4, 3)))
def step(x, y):
    F.cross_entropy(wrong(x), y) #! probabilities-as-logits
    F.cross_entropy(right(x), y) #! clean
`,
  forward: `
class Net(nn.Module):
    def __init__(self, last):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.last = last
    def scores(self, x):
        return self.fc(x)
    def forward(self, x):
        return self.last(self.scores(x))
wrong, right = Net(nn.Softmax(dim=1)), Net(nn.Identity())
def step(x, y):
    F.cross_entropy(wrong(x), y) #! probabilities-as-logits
    F.cross_entropy(wrong.forward(x), y) #! probabilities-as-logits
    F.cross_entropy(wrong.scores(x), y) #! clean
    F.cross_entropy(right(x), y) #! clean
    F.nll_loss(right(x).log_softmax(1), y) #! clean
    F.nll_loss(right(x), y) #! logits-as-log-probabilities
`,
  'forward with two results': `
class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.fc = nn.Linear(4, 3)
    def forward(self, x):
        scores = self.fc(x)
        return scores, F.softmax(scores, dim=1)
net = Net()
def step(x, y):
    scores, probs = net(x)
    F.cross_entropy(scores, y) #! clean
    F.cross_entropy(probs, y) #! probabilities-as-logits
    F.cross_entropy(net(x)[0], y) #! clean
    F.cross_entropy(net(x)[-1], y) #! probabilities-as-logits
`,
  'a flag of the instance': `
class Net(nn.Module):
    def __init__(self, normalise=True):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.normalise = normalise
    def forward(self, x):
        x = self.fc(x)
        if self.normalise:
            x = x.softmax(-1)
        return x
def step(x, y):
    F.cross_entropy(Net()(x), y) #! probabilities-as-logits
    F.cross_entropy(Net(normalise=False)(x), y) #! clean
    F.cross_entropy(Net(False)(x), y) #! clean
`,
  'ModuleList and ModuleDict': `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(4, 4) for _ in range(3)])
        self.layers.append(nn.Linear(4, 3))
        self.heads = nn.ModuleDict({'scores': nn.Linear(3, 3), 'probs': nn.Sequential(nn.Linear(3, 3), nn.Softmax(dim=1))})
        self.heads['more'] = nn.Softmax(dim=-1)
    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
net = Net()
def step(x, y):
    h = net(x)
    F.cross_entropy(h, y) #! clean
    F.cross_entropy(net.heads['scores'](h), y) #! clean
    F.cross_entropy(net.heads['probs'](h), y) #! probabilities-as-logits
    F.cross_entropy(net.heads['more'](h), y) #! probabilities-as-logits
`,
  'what super does': `
class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def forward(self, x):
        return self.fc(x)
class Soft(Base):
    def forward(self, x):
        return torch.softmax(super().forward(x), dim=1)
class Again(Soft):
    def forward(self, x):
        return super(Again, self).forward(x)
class Around(Soft):
    def forward(self, x):
        return super(Soft, self).forward(x)
class Old(Base):
    def forward(self, x):
        return Base.forward(self, x).softmax(1)
def step(x, y):
    F.cross_entropy(Base()(x), y) #! clean
    F.cross_entropy(Soft()(x), y) #! probabilities-as-logits
    F.cross_entropy(Again()(x), y) #! probabilities-as-logits
    F.cross_entropy(Around()(x), y) #! clean
    F.cross_entropy(Old()(x), y) #! probabilities-as-logits
`,
  'a method that the base calls': `
class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.build()
    def build(self):
        self.out = nn.Identity()
    def act(self, x):
        return x
    def forward(self, x):
        return self.act(self.out(self.fc(x)))
class Acting(Base):
    def act(self, x):
        return x.softmax(dim=1)
class Built(Base):
    def build(self):
        self.out = nn.Softmax(dim=1)
def step(x, y):
    F.cross_entropy(Base()(x), y) #! clean
    F.cross_entropy(Acting()(x), y) #! probabilities-as-logits
    F.cross_entropy(Built()(x), y) #! probabilities-as-logits
`,
  mixins: `
class Soft:
    def act(self, x):
        return F.softmax(x, dim=1)
class Plain:
    def act(self, x):
        return x
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def act(self, x):
        return x
    def forward(self, x):
        return self.act(self.fc(x))
class SoftNet(Soft, Net):
    pass
class PlainNet(Plain, Soft, Net):
    pass
class NetSoft(Net, Soft):
    pass
class Over:
    def forward(self, x):
        return super().forward(x).softmax(1)
class OverNet(Over, Net):
    pass
def step(x, y):
    F.cross_entropy(SoftNet()(x), y) #! probabilities-as-logits
    F.cross_entropy(PlainNet()(x), y) #! clean
    F.cross_entropy(NetSoft()(x), y) #! clean
    F.cross_entropy(OverNet()(x), y) #! probabilities-as-logits
`,
  'a subclass of Sequential': `
class Wrong(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Linear(4, 3), nn.Softmax(dim=1))
class Right(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Linear(4, 3))
class Wrapped(Right):
    def forward(self, x):
        return super().forward(x).softmax(dim=1)
def step(x, y):
    F.cross_entropy(Wrong()(x), y) #! probabilities-as-logits
    F.cross_entropy(Right()(x), y) #! clean
    F.cross_entropy(Wrapped()(x), y) #! probabilities-as-logits
`,
  'attributes replaced': `
import torchvision
wrong = torchvision.models.resnet18()
wrong.fc = nn.Sequential(nn.Linear(512, 3), nn.Softmax(dim=1))
right = torchvision.models.resnet18()
right.fc = nn.Linear(512, 3)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.out = nn.Softmax(dim=1)
    def forward(self, x):
        return self.out(self.fc(x))
repaired = Net()
repaired.out = nn.Identity()
def step(x, y):
    F.cross_entropy(wrong(x), y) #! probabilities-as-logits
    F.cross_entropy(right(x), y) #! clean
    F.cross_entropy(Net()(x), y) #! probabilities-as-logits
    F.cross_entropy(repaired(x), y) #! clean
`,
  'modules moved and wrapped': `
wrong = nn.DataParallel(nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))).cuda().train()
right = torch.compile(nn.Sequential(nn.Linear(4, 3)).to('cuda').float())
def step(x, y):
    F.cross_entropy(wrong(x), y) #! probabilities-as-logits
    F.cross_entropy(wrong.module(x), y) #! probabilities-as-logits
    F.cross_entropy(wrong.module[0](x), y) #! clean
    F.cross_entropy(right(x), y) #! clean
`,
  'hooks of a LightningModule': `
import pytorch_lightning as pl
class Base(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.loss = nn.CrossEntropyLoss()
    def shared(self, batch):
        x, y = batch
        return self(x), y
    def training_step(self, batch, batch_idx):
        out, y = self.shared(batch)
        return self.loss(out, y) #! probabilities-as-logits likely
    def validation_step(self, batch, batch_idx):
        x, y = batch
        out = self.fc(x)
        loss = self.loss(out, y) #! clean
        self.log('val', loss, prog_bar=True)
        return F.nll_loss(out, y) #! logits-as-log-probabilities
class Wrong(Base):
    def forward(self, x):
        return F.softmax(self.fc(x), dim=1)
class Right(Base):
    def forward(self, x):
        return self.fc(x)
`,
}

describe('modules of torch', () => {
  beforeAll(loadParser)

  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`${torch}${program}`)
    expect(found).toEqual(expected)
  })
})
