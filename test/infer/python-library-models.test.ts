import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { lint } from '../../src/lint.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

const flax = `import jax
import optax
import flax.linen as nn
from typing import Callable

ce = optax.softmax_cross_entropy_with_integer_labels
`

const both = `
class M(nn.Module):
    def setup(self):
        self.d = nn.Dense(3)
    def raw(self, x): return self.d(x)
    def probs(self, x, scale=1): return nn.softmax(self.d(x))
    def __call__(self, x): return nn.softmax(self.d(x))
m = M()
`

/** What the libraries around models do to them, each wrong beside what is right. */
const programs: Record<string, string> = {
  'Flax runs the method that `apply` is given': `${flax}${both}
def loss(p, x, y):
    a = ce(m.apply(p, x, method=m.raw), y)  # //! clean
    b = ce(m.apply(p, x, method=m.probs), y)  # //! probabilities-as-logits
    c = ce(m.apply(p, x, method='raw'), y)  # //! clean
    d = ce(m.apply(p, x, method='probs', scale=2), y)  # //! probabilities-as-logits
    e = ce(m.apply(p, x, method=lambda module, z: module.raw(z)), y)  # //! clean
    f = ce(m.apply(p, x, method=None), y)  # //! probabilities-as-logits
    return a + b + c + d + e + f
`,
  'Flax runs a method that is not known': `${flax}${both}
def loss(p, x, y, name):
    return ce(m.apply(p, x, method=name), y)  # //! unknown
`,
  'declared fields of a Flax module are given where it is made': `${flax}
class Head(nn.Module):
    units: int
    out: Callable = nn.softmax
    @nn.compact
    def __call__(self, x):
        return self.out(nn.Dense(self.units)(x))
class Deep(Head):
    depth: int = 2
def loss(p, x, y, kw):
    a = ce(Head(units=3, out=lambda z: z).apply(p, x), y)  # //! clean
    b = ce(Head(units=3).apply(p, x), y)  # //! probabilities-as-logits
    c = ce(Head(3, nn.log_softmax).apply(p, x), y)  # //! log-probabilities-as-logits
    d = ce(Deep(depth=3, units=3, out=lambda z: z).apply(p, x), y)  # //! clean
    e = ce(Head(3, **kw).apply(p, x), y)  # //! unknown
    return a + b + c + d + e
`,
  'declared fields of a module of a library that is not known': `import jax
import equinox as eqx
import optax
from typing import Callable
class M(eqx.Module):
    linear: eqx.nn.Linear
    out: Callable = jax.nn.softmax
    def __call__(self, x):
        return self.out(self.linear(x))
def loss(x, y, linear):
    right = optax.softmax_cross_entropy(M(linear, out=lambda z: z)(x), y)  # //! unknown
    return right + optax.softmax_cross_entropy(M(linear)(x), y)  # //! probabilities-as-logits
`,
  'Keras layers take another activation': `from tensorflow import keras
from tensorflow.keras import layers
SCCE = keras.losses.SparseCategoricalCrossentropy
m = keras.Sequential([layers.Dense(8), layers.Dense(3, activation='softmax')])
m.layers[-1].activation = keras.activations.linear
m.compile('adam', loss=SCCE(from_logits=True))  # //! clean
w = keras.Sequential([layers.Dense(8), layers.Dense(3)])
w.layers[-1].activation = keras.activations.softmax
w.compile('adam', loss=SCCE(from_logits=True))  # //! probabilities-as-logits
n = keras.Sequential([layers.Dense(8), layers.Dense(3, activation='softmax')])
n.layers[1].activation = None
n.compile('adam', loss=SCCE(from_logits=True))  # //! clean
b = keras.Sequential([layers.Dense(8), layers.Dense(3)])
b.layers[-2].activation = keras.activations.softmax
b.compile('adam', loss=SCCE(from_logits=True))  # //! clean
last = layers.Dense(3, activation='softmax')
last.activation = keras.activations.linear
keras.Sequential([layers.Dense(8), last]).compile('adam', loss=SCCE())  # //! logits-as-probabilities
o = keras.Sequential([layers.Dense(3)])
o.layers[-1].activation = pick('activation')
o.compile('adam', loss=SCCE(from_logits=True))  # //! unknown
`,
  'labels of a Keras model that a function trains': `import numpy as np
from tensorflow import keras
from tensorflow.keras import layers
def build():
    return keras.Sequential([layers.Dense(3, activation='softmax')])
a = build()
a.compile('adam', loss='sparse_categorical_crossentropy')
def train(x, y):
    a.fit(x, keras.utils.to_categorical(y), epochs=1)  # //! one-hot-as-indices
b = build()
b.compile('adam', loss='categorical_crossentropy')
def learn(x, y):
    b.fit(x, y=np.argmax(y, 1))  # //! indices-as-one-hot
c = build()
c.compile('adam', loss='categorical_crossentropy')  # //! clean
def fit(x, y):
    c.compile('sgd', loss='sparse_categorical_crossentropy')  # //! clean
    c.fit(x, np.argmax(y, 1))
`,
  'the output of a model of transformers is given other logits': `import torch
import torch.nn.functional as F
from transformers import AutoModelForSequenceClassification
m = AutoModelForSequenceClassification.from_pretrained('x')
def right(b, y):
    o = m(**b)
    o.logits = torch.log_softmax(o.logits, -1)
    return F.nll_loss(o.logits, y)  # //! clean
def wrong(b, y):
    o = m(**b)
    o['logits'] = torch.softmax(o.logits, -1)
    return F.cross_entropy(o.logits.view(-1, 3), y)  # //! probabilities-as-logits
def converted(b, y):
    o = m(**b)
    o.logits = convert(o.logits)
    return F.cross_entropy(o.logits, y)  # //! unknown
def masked(b, y):
    o = m(**b)
    o.attentions = None
    return F.cross_entropy(o.logits, y)  # //! clean
`,
  'Haiku applies what is transformed': `import haiku as hk
import jax
import optax
ce = optax.softmax_cross_entropy_with_integer_labels
def raw(x):
    return hk.Sequential([hk.Flatten(), hk.Linear(30), jax.nn.relu, hk.Linear(10)])(x)
class Probs(hk.Module):
    def __call__(self, x):
        return jax.nn.softmax(hk.Linear(10)(x))
a = hk.without_apply_rng(hk.transform(raw))
b = hk.transform(lambda x: Probs()(x))
def loss(p, rng, x, y):
    one = ce(a.apply(p, x), y)  # //! clean
    return one + ce(b.apply(p, rng, x), y)  # //! probabilities-as-logits
`,
  'Gluon blocks and cells of MindSpore run a method of their own': `import mindspore
from mindspore import ops
from mxnet import gluon, nd
from mxnet.gluon import nn
class Raw(nn.HybridBlock):
    def __init__(self):
        super().__init__()
        self.out = nn.Dense(10)
    def forward(self, x):
        return self.out(x)
class Probs(gluon.Block):
    def __init__(self):
        super().__init__()
        self.out = nn.Dense(10)
    def forward(self, x):
        return nd.softmax(self.out(x))
class Net(mindspore.nn.Cell):
    def __init__(self, last):
        super().__init__()
        self.body = mindspore.nn.SequentialCell(mindspore.nn.Dense(4, 8), mindspore.nn.ReLU())
        self.head = mindspore.nn.SequentialCell([mindspore.nn.Dense(8, 3), last])
    def construct(self, x):
        return self.head(self.body(x))
ce = gluon.loss.SoftmaxCrossEntropyLoss()
fn = mindspore.nn.CrossEntropyLoss()
def loss(x, y):
    a = ce(Raw()(x), y)  # //! clean
    b = ce(Probs()(x), y)  # //! probabilities-as-logits
    c = fn(Net(mindspore.nn.Identity())(x), y)  # //! clean
    return a + b + c + fn(Net(mindspore.nn.Softmax())(x), y)  # //! probabilities-as-logits
`,
}

describe('follows what frameworks of Python do', () => {
  it.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`// file: main.py\n${program}`)
    expect(found).toEqual(expected)
  })
})

function report(program: string) {
  return lint({ files: [{ path: 'main.py', text: program }] })
}

const compiled = (loss: string) => `from tensorflow import keras
from tensorflow.keras import layers
m = keras.Sequential([layers.Dense(3, activation='softmax')])
m.compile('adam', loss=${loss})
`

describe('tells', () => {
  it.each(['categoricalCrossentropy', 'categorical_cross_entropy', 'CategoricalCrossEntropy'])('the name that is meant by %s', (name) => {
    expect(report(compiled(`'${name}'`)).findings.map(({ message }) => message.todo)).toEqual(['Write `categorical_crossentropy`.'])
  })

  it('the option that makes a loss another, whole', () => {
    const { findings } = report(compiled('keras.losses.SparseCategoricalCrossentropy(from_logits=True)'))
    expect(findings[0]?.message.what).toContain('`SparseCategoricalCrossentropy(from_logits=True)`')
  })

  it.each([
    ['0.1', 'it is the number 0.1, and no tensor'],
    ['None', 'it is nothing, and no tensor'],
    ["'a'", 'it is the text "a", and no tensor'],
  ])('what %s is in the place of a tensor', (written, reason) => {
    const { uses } = report(`import torch.nn.functional as F\ndef f(y):\n    return F.cross_entropy(${written}, y)\n`)
    expect(uses.map((use) => use.reason)).toEqual([reason])
  })

  it('what is bound by name from what is given by place', () => {
    const { findings } = report(`import torch.nn.functional as F
from functools import partial
smoothed = partial(F.cross_entropy, label_smoothing=0.1)
def f(z, y):
    return smoothed(F.softmax(z, 1), y)
`)
    expect(findings.map(({ rule }) => rule)).toEqual(['probabilities-as-logits'])
  })
})
