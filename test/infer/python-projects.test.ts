import { beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

/** How files of a project find what others define. */
const programs: Record<string, string> = {
  'models in a file beside': `
# file: model.py
from torch import nn
import torch.nn.functional as F
class Soft(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def forward(self, x):
        return F.softmax(self.fc(x), dim=1)
class Plain(Soft):
    def forward(self, x):
        return self.fc(x)
# file: train.py
import model
import torch.nn.functional as F
from model import Soft, Plain as Right
def step(x, y):
    F.cross_entropy(Soft()(x), y) #! probabilities-as-logits
    F.cross_entropy(Right()(x), y) #! clean
    F.cross_entropy(model.Soft()(x), y) #! probabilities-as-logits
    F.cross_entropy(model.Plain()(x), y) #! clean
`,
  'a library in its own tree, which its examples import as its users do': `
# file: flax/__init__.py
# file: flax/linen/__init__.py
from .layers import Dense as Dense, Odd as Odd
from .activation import softmax as softmax
# file: flax/linen/layers.py
from .module import make
Dense = make('dense')
Odd = make('odd')
# file: flax/linen/activation.py
from .module import make
softmax = make('softmax')
# file: flax/linen/module.py
def make(name):
    return globals()[name]
# file: examples/train.py
import optax
import flax
import flax.linen
from flax import linen as nn
from flax.linen import softmax
def step(x, y):
    optax.softmax_cross_entropy(nn.Dense(3)(x), y) #! clean
    optax.softmax_cross_entropy(flax.linen.Dense(3)(x), y) #! clean
    optax.softmax_cross_entropy(nn.softmax(nn.Dense(3)(x)), y) #! probabilities-as-logits
    optax.softmax_cross_entropy(softmax(x), y) #! probabilities-as-logits
    optax.softmax_cross_entropy(nn.Odd(3)(x), y) #! unknown
`,
  'relative imports': `
# file: pkg/__init__.py
# file: pkg/nets/__init__.py
from .soft import Soft
from . import plain
# file: pkg/nets/soft.py
from torch import nn
from ..common import head
class Soft(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = head(True)
    def forward(self, x):
        return self.net(x)
# file: pkg/nets/plain.py
from ..common import head
def make():
    return head(normalise=False)
# file: pkg/common.py
from torch import nn
def head(normalise):
    layers = [nn.Linear(4, 3)]
    if normalise:
        layers.append(nn.Softmax(dim=1))
    return nn.Sequential(*layers)
# file: pkg/train.py
import torch.nn.functional as F
from .nets import Soft, plain
from .nets.plain import make
from . import nets
def step(x, y):
    F.cross_entropy(Soft()(x), y) #! probabilities-as-logits
    F.cross_entropy(plain.make()(x), y) #! clean
    F.cross_entropy(make()(x), y) #! clean
    F.cross_entropy(nets.Soft()(x), y) #! probabilities-as-logits
    F.cross_entropy(nets.plain.make()(x), y) #! clean
`,
  're-exported by a package': `
# file: lib/__init__.py
from .models import *
from .losses import ce as loss
from .models import soft as wrong
# file: lib/models.py
from torch import nn
__all__ = ['soft', 'plain']
soft = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))
plain = nn.Linear(4, 3)
_hidden = None
# file: lib/losses.py
from torch import nn
ce = nn.CrossEntropyLoss()
# file: main.py
import lib
from lib import loss, wrong
from lib import *
def step(x, y):
    loss(wrong(x), y) #! probabilities-as-logits
    lib.loss(lib.plain(x), y) #! clean
    lib.loss(lib.wrong(x), y) #! probabilities-as-logits
    loss(soft(x), y) #! probabilities-as-logits
    loss(plain(x), y) #! clean
`,
  'everything of a library': `
# file: nets.py
from torch.nn import *
from torch.nn.functional import *
net = Sequential(Linear(4, 3), Softmax(dim=1))
plain = Linear(4, 3)
# file: main.py
from nets import *
def step(x, y):
    cross_entropy(net(x), y) #! probabilities-as-logits
    cross_entropy(plain(x), y) #! clean
    nll_loss(log_softmax(plain(x), dim=1), y) #! clean
`,
  'modules by their path': `
# file: app/models/heads.py
import torch.nn
import torch.nn.functional
soft = torch.nn.Softmax(dim=1)
net = torch.nn.Linear(4, 3)
def loss(out, y):
    return torch.nn.functional.cross_entropy(out, y) #! probabilities-as-logits
# file: app/models/__init__.py
# file: app/__init__.py
# file: main.py
import app.models.heads
import app.models.heads as heads
import torch.nn.functional as F
from app.models import heads as again
def step(x, y):
    heads.loss(heads.soft(heads.net(x)), y)
    F.cross_entropy(app.models.heads.net(x), y) #! clean
    F.cross_entropy(app.models.heads.soft(x), y) #! probabilities-as-logits
    F.cross_entropy(again.soft(x), y) #! probabilities-as-logits
`,
  'callers in other files': `
# file: losses.py
import torch.nn.functional as F
def loss(out, y):
    return F.cross_entropy(out, y) #! probabilities-as-logits
def fine(out, y):
    return F.cross_entropy(out, y) #! clean
# file: one.py
from losses import loss
import losses as L
from torch import nn
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))
def step(x, y):
    loss(net(x), y)
    L.loss(net(x), y)
    L.fine(net[:1](x), y)
# file: two.py
from losses import fine as ok
from one import net
def step(x, y):
    ok(net[0](x), y)
`,
  'options in a file of their own': `
# file: config.py
NORMALISE = True
ACTIVATION = 'softmax'
CONFIG = {'probs': True, 'units': 3}
class Config:
    probs = False
    units = 1
# file: main.py
import torch
from torch import nn
import torch.nn.functional as F
import config
from config import CONFIG, Config, NORMALISE
net = nn.Linear(4, CONFIG['units'])
def out(x, normalise):
    return net(x).softmax(1) if normalise else net(x)
def step(x, y):
    F.cross_entropy(out(x, NORMALISE), y) #! probabilities-as-logits
    F.cross_entropy(out(x, config.NORMALISE), y) #! probabilities-as-logits
    F.cross_entropy(out(x, CONFIG['probs']), y) #! probabilities-as-logits
    F.cross_entropy(out(x, Config.probs), y) #! clean
    F.cross_entropy(out(x, Config().probs), y) #! clean
    F.cross_entropy(getattr(torch, config.ACTIVATION)(net(x), dim=1), y) #! probabilities-as-logits
    F.cross_entropy(nn.Linear(4, Config.units)(x), y) #! single-class-softmax
`,
  'files that import each other': `
# file: a.py
from torch import nn
import b
class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def forward(self, x):
        return self.fc(x)
def run(x, y):
    return b.loss(Base()(x), y)
# file: b.py
import a
import torch.nn.functional as F
class Soft(a.Base):
    def forward(self, x):
        return F.softmax(super().forward(x), dim=1)
def loss(out, y):
    return F.cross_entropy(out, y) #! clean
def step(x, y):
    return F.cross_entropy(Soft()(x), y) #! probabilities-as-logits
`,
  'imports that may fail, or come late': `
# file: heads.py
from torch import nn
soft = nn.Softmax(dim=1)
# file: main.py
try:
    from torch.nn import functional as F
except ImportError:
    F = None
from torch import nn
net = nn.Linear(4, 3)
def step(x, y):
    from heads import soft
    F.cross_entropy(soft(net(x)), y) #! probabilities-as-logits
    F.cross_entropy(net(x), y) #! clean
if __name__ == '__main__':
    import torch
    step(torch.randn(2, 4), torch.tensor([0, 1]))
`,
}

describe('projects of Python', () => {
  beforeAll(loadParser)

  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(program.trimStart())
    expect(found).toEqual(expected)
  })
})
