import { expect, it } from 'vitest'
import { lint } from '../../src/lint.js'
import { loadParsers } from '../../src/parsers.js'

const lintPython = async (text: string) => {
  const files = [{ path: 'a.py', text }]
  await loadParsers({ files })
  return lint({ files }).findings
}

it('knows what a loss was made with that compile is given', async () => {
  const [finding] = await lintPython(`import keras

model = keras.Sequential([keras.layers.Dense(3, activation="softmax")])
model.compile("adam", loss=keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1))
`)
  expect(finding?.message.todo).toBe('Pass the raw scores, as they are before `softmax`, or give the loss `from_logits=False`.')
  expect(finding?.data).toMatchObject({ smoothing: 0.1, told: true })
})

it('finds an activation that is applied twice on each of two ways', async () => {
  const [finding] = await lintPython(`import torch.nn.functional as F
from torch import Tensor


def loss(x: Tensor, w: Tensor, y: Tensor, wide: bool):
    z = F.softmax(x @ w, dim=1)
    if wide:
        p = F.log_softmax(z, dim=1)
    else:
        p = F.log_softmax(z, dim=1)
    return F.nll_loss(p, y)
`)
  expect([finding?.rule, finding?.certainty]).toEqual(['double-activation', 'proved'])
})
