import { beforeAll, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

it('takes what `zip` makes of a list of unknown length for unknown', () => {
  const { found, expected } = verdicts(`// file: main.py
import torch.nn.functional as F

def loss(batch):
    p, y = zip(*batch)
    return F.cross_entropy(p, y)  # //! unknown
`)
  expect(found).toEqual(expected)
})
