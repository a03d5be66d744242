import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

const prelude = `import torch
import torch.nn as nn
import torch.nn.functional as F
import numpy as np
import tensorflow as tf
import jax
import jax.numpy as jnp
net = nn.Linear(4, 3)
log_softmax = nn.LogSoftmax(dim=1)
`

/** Cross-entropy of `P` and the labels `y`: each is right with softmax, and wrong with scores. */
const ofProbabilities: Record<string, string> = {
  'the sign outside': '-(y * torch.log(P)).sum(dim=1).mean()',
  'the sign inside': '(-y * torch.log(P)).sum(1).mean()',
  'the logarithm first': '-(torch.log(P) * y).mean()',
  'a method': '-(y * P.log()).sum(-1).mean()',
  'by keywords': '-torch.mean(torch.sum(y * torch.log(P), dim=1))',
  'a small number added': '-torch.sum(y * torch.log(P + 1e-9)) / len(y)',
  'a small number of a parameter': '-torch.sum(y * torch.log(P + eps)) / len(y)',
  clamped: '-(y * torch.log(P.clamp(1e-7, 1))).sum(1).mean()',
  'times -1': '-1 * torch.sum(y * torch.log(P))',
  'a negative share': '-1.0 / len(y) * torch.sum(y * torch.log(P))',
  'a share, negative': '-(1 / len(y)) * torch.sum(y * torch.log(P))',
  'subtracted from 0': '0 - (y * torch.log(P)).sum()',
  'a product of matrices': '-(y @ torch.log(P)).mean()',
  focal: '-(y * (1 - P) ** 2 * torch.log(P)).sum(1).mean()',
  'label smoothing': '-((y * 0.9 + 0.1 / 3) * torch.log(P)).sum(1).mean()',
  masked: '-((y * torch.log(P)).sum(1) * mask).sum() / mask.sum()',
  divergence: '(y * (torch.log(y) - torch.log(P))).sum(1).mean()',
  'divergence by a ratio': '(y * torch.log(y / P)).sum(1).mean()',
  'one-hot where it is needed': '-(F.one_hot(labels, 3) * torch.log(P)).sum(1).mean()',
  'picked by a range': '-torch.log(P)[range(8), labels].mean()',
  'picked before the logarithm': '-torch.log(P[torch.arange(8), labels]).mean()',
  'picked by labels': '-torch.log(P)[labels].sum()',
  gathered: '-torch.log(P).gather(1, labels.unsqueeze(1))',
  'gathered by keywords': '-torch.gather(torch.log(P), dim=1, index=labels.unsqueeze(1)).squeeze(1).mean()',
  numpy: '-np.sum(y * np.log(P)) / 8',
  'numpy, of samples': '-np.mean(np.sum(y * np.log(P + 1e-8), axis=1))',
  tensorflow: 'tf.reduce_mean(-tf.reduce_sum(y * tf.math.log(P), [1]))',
  'tensorflow 1': 'tf.reduce_mean(-tf.reduce_sum(y * tf.log(P), reduction_indices=[1]))',
  jax: '-jnp.mean(jnp.sum(y * jnp.log(P), axis=-1))',
}

/** Each is right with scores, and wrong with their softmax. */
const ofScores: Record<string, string> = {
  multiplied: '-(y * F.log_softmax(P, dim=1)).sum(1).mean()',
  'a layer': '(-y * log_softmax(P)).mean(0).sum()',
  picked: '-F.log_softmax(P, 1)[range(8), labels].mean()',
  gathered: '-F.log_softmax(P, dim=-1).gather(1, labels[:, None]).squeeze(1)',
  'the sum of exponentials': '-(y * (P - torch.logsumexp(P, dim=1, keepdim=True))).sum(1).mean()',
  'the sum of exponentials, picked': '(torch.logsumexp(P, 1) - P[torch.arange(8), labels]).mean()',
  distillation: '-(F.softmax(teacher / 2, 1) * F.log_softmax(P, dim=1)).sum(1).mean()',
  jax: '-jnp.mean(jnp.sum(jax.nn.one_hot(labels, 3) * jax.nn.log_softmax(P), -1))',
  tensorflow: '-tf.reduce_sum(y * tf.nn.log_softmax(P), axis=1)',
}

/** Each is right with sigmoid, and wrong with scores. */
const ofChances: Record<string, string> = {
  'two terms': '-torch.mean(y * torch.log(P) + (1 - y) * torch.log(1 - P))',
  'small numbers added': '-(y * torch.log(P + 1e-8) + (1 - y) * torch.log(1 - P + 1e-8)).mean()',
  'two differences': '(-y * torch.log(P) - (1 - y) * torch.log(1 - P)).mean()',
  products: '-y.dot(np.log(P)) - (1 - y).dot(np.log(1 - P))',
  'a choice': 'torch.where(y == 1, -torch.log(P), -torch.log(1 - P)).mean()',
}

const softmax = 'F.softmax(net(x), dim=1)'
const sigmoid = 'torch.sigmoid(net(x))'

const inFunction = (formula: string, prediction: string, verdict: string) =>
  `def loss(x, y, labels, mask, teacher, eps=1e-8):\n    p = ${prediction}\n    return ${formula.replaceAll('P', 'p')}  # //! ${verdict}\n`

const onArgument = (formula: string, prediction: string, verdict: string) =>
  `class Loss(nn.Module):
    def forward(self, p, y, labels, mask, teacher, eps=1e-8):
        value = ${formula.replaceAll('P', 'p')}  # //! ${verdict}
        return value

from data import load

Y, L, M, T = load()

criterion = Loss()
criterion(p=${prediction.replaceAll('(x)', '(torch.rand(8, 4))')}, y=Y, labels=L, mask=M, teacher=T)
`

function judge(program: string) {
  const { found, expected } = verdicts(`// file: main.py\n${prelude}${program}`)
  expect(found).toEqual(expected)
}

function check(formula: string, prediction: string, verdict: string) {
  for (const place of [inFunction, onArgument]) judge(place(formula, prediction, verdict))
}

describe('the logarithm of probabilities, in signs', () => {
  it.each(Object.entries(ofProbabilities))('%s', (_, formula) => {
    check(formula, softmax, 'clean')
    check(formula, 'net(x)', 'logits-as-probabilities')
  })
})

describe('the logarithm of softmax, in signs', () => {
  it.each(Object.entries(ofScores))('%s', (_, formula) => {
    check(formula, 'net(x)', 'clean')
    check(formula, softmax, 'probabilities-as-logits')
  })
})

describe('binary losses, in signs', () => {
  it.each(Object.entries(ofChances))('%s', (_, formula) => {
    check(formula, sigmoid, 'clean')
    check(formula, 'net(x)', 'logits-as-probabilities')
  })
})

describe('losses that grow in a loop', () => {
  const grown = (prediction: string, verdict: string) => `
def loss(x, labels):
    total = 0
    p = ${prediction}
    for i in range(8):
        total -= torch.log(p[i, labels[i]])  # //! ${verdict}
    return total / 8
`
  it('are losses', () => {
    judge(grown(softmax, 'clean'))
    judge(grown('net(x)', 'logits-as-probabilities'))
  })
})

describe('sigmoids and softmax, written out', () => {
  const softmaxes: Record<string, string> = {
    'at once': 'np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)',
    'a method': 'torch.exp(z) / torch.exp(z).sum(1, keepdim=True)',
    shifted: 'np.exp(z - z.max()) / np.exp(z - z.max()).sum()',
  }
  const sigmoids: Record<string, string> = {
    'of the negative': '1 / (1 + torch.exp(-z))',
    'of numpy': '1.0 / (1.0 + np.exp(-z))',
    'both ways': 'torch.exp(z) / (torch.exp(z) + 1)',
  }
  const loss = (activation: string, formula: string, verdict: string) =>
    `def loss(x, y):\n    z = net(x)\n    p = ${activation}\n    return ${formula}  # //! ${verdict}\n`

  it.each(Object.entries(softmaxes))('softmax, %s', (_, activation) => {
    judge(loss(activation, '-(y * torch.log(p)).sum(1).mean()', 'clean'))
    judge(loss(activation, '-(y * F.log_softmax(p, 1)).sum(1).mean()', 'probabilities-as-logits'))
    judge(loss(activation, 'F.cross_entropy(p, y)', 'probabilities-as-logits'))
  })

  it.each(Object.entries(sigmoids))('sigmoid, %s', (_, activation) => {
    judge(loss(activation, '-(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()', 'clean'))
    judge(loss(activation, 'F.binary_cross_entropy_with_logits(p, y)', 'probabilities-as-logits'))
  })

  it('are none where the sum is of other numbers', () => {
    judge(loss('np.exp(z) / np.exp(x).sum()', 'F.cross_entropy(p, y)', 'unknown'))
    judge(loss('1 / (2 + np.exp(-z))', 'F.cross_entropy(p, y)', 'unknown'))
  })
})

describe('a sigmoid under a single logarithm', () => {
  it('is wrong where it is multiplied by labels of classes', () => {
    judge(inFunction('-(F.one_hot(labels, 3) * torch.log(P)).sum(1).mean()', sigmoid, 'probabilities-as-distribution'))
  })

  it('may be one half of a binary loss', () => {
    judge(`def loss(x, labels):
    p = ${sigmoid}
    y = F.one_hot(labels, 3)
    ones = -(y * torch.log(p)).sum()  # //! unknown
    zeros = -((1 - y) * torch.log(1 - p)).sum()  # //! unknown
    return {'ones': ones, 'zeros': zeros}
`)
  })
})

describe('a product of matrices under a logarithm', () => {
  const loss = (product: string, formula: string, verdict: string) =>
    `class Model(nn.Module):
    def __init__(self, make):
        super().__init__()
        self.zeros, self.made = nn.Parameter(torch.zeros(4, 3)), nn.Parameter(make())
        self.rng = np.random.default_rng(1)
        self.variable = tf.Variable(make())
    def loss(self, x, y, w, b, labels):
        p = ${product}
        return ${formula}  ${verdict && `# //! ${verdict}`}
`
  const labelled = '-(F.one_hot(labels, 3) * torch.log(p)).sum(1).mean()'

  it.each([
    'torch.matmul(x, self.zeros)',
    'torch.matmul(x, self.made.t())',
    'torch.matmul(x, w) + self.made',
    'torch.matmul(torch.matmul(x, w), self.zeros) / 2',
    'torch.matmul(net(x), w)',
    'np.dot(x, self.rng.normal(size=(4, 3)))',
    'tf.matmul(x, self.variable)',
    'F.linear(x, w)',
  ])('is of scores where one is a weight or a score: %s', (product) => {
    judge(loss(product, labelled, 'logits-as-probabilities'))
    judge(loss(product, 'F.cross_entropy(p, labels)', 'clean'))
  })

  it.each(['torch.matmul(x, w)', 'np.dot(x, w) + b', 'np.matmul(x.sum(axis=1, keepdims=True), w.sum(axis=0, keepdims=True))'])(
    'may be of anything where nothing is known of either: %s',
    (product) => {
      judge(loss(product, labelled, 'unknown'))
      judge(loss(product, '-(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()', 'unknown'))
      judge(loss(product, '-(y * np.log(p)).sum()', ''))
      judge(loss(product, '(y * np.log(y / p + 1e-8)).sum()', ''))
    },
  )

  it('is of scores where a loss takes it', () => {
    judge(loss('torch.matmul(x, w)', 'F.nll_loss(p, labels)', 'logits-as-log-probabilities'))
    judge(loss('torch.matmul(x, w)', 'F.cross_entropy(p, labels)', 'clean'))
    judge(loss('torch.matmul(x, w)', '-(y * F.log_softmax(p, 1)).sum(1).mean()', 'clean'))
  })
})

describe('no loss of classes', () => {
  it.each(
    Object.entries({
      entropy: '-(p * torch.log(p + 1e-8)).sum(1).mean()',
      'entropy of softmax': '-(F.softmax(x, 1) * F.log_softmax(x, 1)).sum(1).mean()',
      'entropy by the exponential': '-(torch.exp(F.log_softmax(x, 1)) * F.log_softmax(x, 1)).sum()',
      'a sum of logarithms': '-torch.log(p).sum()',
      'a generator and its judge': '-torch.mean(torch.log(p) + torch.log(1 - q))',
      'Gaussian divergence': '-0.5 * torch.sum(1 + s - m.pow(2) - s.exp())',
      'Gaussian likelihood': '(0.5 * torch.log(s) + (m - x) ** 2 / s).mean()',
      'logarithms of a determinant': '-(mask * torch.log(torch.abs(s))).sum()',
      'logarithms of spreads': '-(mask * torch.log(F.softplus(net(x)))).sum(1).mean()',
      'counts and their rate': '(p - y * torch.log(p)).mean()',
      'mutual information': '(p * np.log(p / np.matmul(p.sum(1, keepdims=True), p.sum(0, keepdims=True)) + 1e-8)).sum()',
      'the factors of a matrix': '-(x * np.log(np.dot(p, q))).sum()',
      'a mixture': '-(y * np.log(np.dot(p ** 2, np.abs(q)))).sum()',
      'the likelihood of labels': '(y * torch.log(p)).sum(1).mean()',
      'numbers of the language': '-sum(math.log(v) * w for v, w in zip(p, y))',
      accuracy: '(p.argmax(1) == y).float().mean()',
    }),
  )('%s', (_, formula) => {
    judge(`import math\ndef measure(x, y, p, q, m, s, mask):\n    return ${formula}\n`)
  })
})
