import { beforeAll, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(() => loadParser())

it('judges the class weights that a criterion is made with', () => {
  const { found, expected } = verdicts(`// file: main.py
import torch
import torch.nn as nn
net = nn.Linear(4, 3)
few = nn.CrossEntropyLoss(torch.tensor([1.0, 2.0]))
right = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 3.0]))
binary = nn.BCEWithLogitsLoss(torch.tensor([1.0, 2.0]))

def loss(x, y, w):
    few(net(x), y)  # //! bad-option
    right(net(x), y)  # //! clean
    binary(net(x), y)  # //! clean
    nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0]))(net(x), y)  # //! bad-option
    nn.CrossEntropyLoss(weight=w)(net(x), y)  # //! clean
`)
  expect(found).toEqual(expected)
})
