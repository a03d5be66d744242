import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

const python = `// file: main.py
import torch
import torch.nn as nn
import torch.nn.functional as F
net = nn.Linear(4, 3)
def lse(z):
    return z.exp().sum(1, keepdim=True).log()
def lsm(z):
    return z - z.logsumexp(1, keepdim=True)
def loss(x, y, w):
    z = net(x)
    m = z.max(1, keepdim=True).values
`
const script = `import * as tf from '@tensorflow/tfjs'
const z = tf.layers.dense({ units: 3 }).apply(x) as tf.Tensor
`

/** Scores as log-probabilities, under a negative log-likelihood. */
const written: Record<string, string> = {
  'z - torch.logsumexp(z, 1, keepdim=True)': 'clean',
  'z - torch.logsumexp(z, 1).unsqueeze(1)': 'clean',
  'z - z.logsumexp(1)[:, None]': 'clean',
  'torch.sub(z, torch.logsumexp(z, 1, True))': 'clean',
  'z.sub(z.logsumexp(1, keepdim=True))': 'clean',
  'z.sub_(z.logsumexp(1, keepdim=True))': 'clean',
  'z - z.exp().sum(1, keepdim=True).log()': 'clean',
  'z - m - torch.log(torch.sum(torch.exp(z - m), 1, keepdim=True))': 'clean',
  'lsm(z)': 'clean',
  'z - lse(z)': 'unknown',
  '-lse(z) + z': 'unknown',
  'z - 1.0 * torch.logsumexp(z, 1, keepdim=True)': 'unknown',
  'z - torch.logsumexp(w, 1, keepdim=True)': 'unknown',
  'z - w.logsumexp(1, keepdim=True)': 'unknown',
  'z + torch.zeros_like(z) - torch.logsumexp(z, 1, keepdim=True)': 'unknown',
  'z - 1': 'logits-as-log-probabilities',
  'z - z.mean(1, keepdim=True)': 'logits-as-log-probabilities',
  'z - m': 'logits-as-log-probabilities',
}

describe('scores less the logarithm of the sum of their exponentials', () => {
  it.each(Object.entries(written))('%s', (value, verdict) => {
    const { found, expected } = verdicts(`${python}    return F.nll_loss(${value}, y)  # //! ${verdict}\n`)
    expect(found).toEqual(expected)
  })

  it('subtracts in place', () => {
    const { found, expected } = verdicts(`${python}    z -= z.logsumexp(1, keepdim=True)
    F.nll_loss(z, y)  # //! clean
    F.binary_cross_entropy(z, y)  # //! log-probabilities-as-probabilities
`)
    expect(found).toEqual(expected)
  })

  it('is no misuse of a loss that takes scores', () => {
    const { found, expected } = verdicts(`${script}
tf.losses.sigmoidCrossEntropy(y, z.sub(tf.logSumExp(z, 1, true))) //! log-probabilities-as-logits
tf.losses.sigmoidCrossEntropy(y, z.sub(tf.logSumExp(w, 1, true))) //! unknown
tf.losses.sigmoidCrossEntropy(y, z.sub(bias)) //! clean
`)
    expect(found).toEqual(expected)
  })
})
