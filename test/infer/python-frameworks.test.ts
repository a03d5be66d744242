import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
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
}

describe('follows what frameworks of Python do', () => {
  it.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`// file: main.py\n${program}`)
    expect(found).toEqual(expected)
  })
})
