import { beforeAll, expect, it } from 'vitest'
import { defaultConfig } from '../../src/config/config.js'
import { readContracts } from '../../src/contracts/user.js'
import { loadParser } from '../../src/frontends/python/parse.js'
import { lint } from '../../src/lint.js'

beforeAll(loadParser)

const takes = [
  { role: 'prediction', name: 'scores', wants: 'logits' },
  { role: 'target', name: 'labels', wants: 'class-indices' },
]
const losses = 'import native\n\n\ndef focal_loss(scores, labels, gamma=2.0):\n    return native.focal(scores, labels, gamma)\n'
const model = 'from torch import nn\n\nmodel = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))\n'

it.each([
  ['./src/losses.py#focal_loss', 'from losses import focal_loss', 'focal_loss(model(x), y)'],
  ['./src/losses#focal_loss', 'import losses as L', 'L.focal_loss(labels=y, scores=model(x))'],
  ['pypi:mylib#losses.focal', 'from mylib.losses import focal', 'focal(model(x), y)'],
  ['mylib#losses.focal', 'from mylib import losses', 'losses.focal(model(x), y)'],
  ['pypi:mylib#losses.focal', 'import mylib', 'mylib.losses.focal(labels=y, scores=model(x))'],
])('judges calls of %s after `%s`', (callee, imports, call) => {
  const train = `${imports}\n${model}\n\ndef step(x, y):\n    return ${call}\n`
  const { contracts, problems } = readContracts([{ callee, takes, applies: 'softmax' }])
  expect(problems).toEqual([])
  const files = [
    { path: 'src/losses.py', text: losses },
    { path: 'src/train.py', text: train },
  ]
  const { findings } = lint({ files, config: { ...defaultConfig, contracts } })
  expect(findings.map(({ rule, at }) => `${at?.file}:${at?.line} ${rule}`)).toEqual(['src/train.py:8 probabilities-as-logits'])
})

const classes = `import native
from torch import nn


class Focal(nn.Module):
    def __init__(self, gamma=2.0):
        super().__init__()
        self.gamma = gamma

    def forward(self, scores, labels):
        return native.focal(scores, labels, self.gamma)
`

it.each([
  [{ callee: './src/focal#Focal', criterion: true }, 'Focal()(model(x), y)'],
  [{ callee: './src/focal#Focal', criterion: true }, 'Focal(gamma=3).to(device)(labels=y, scores=model(x))'],
  [{ callee: './src/focal#Focal.forward' }, 'Focal()(model(x), y)'],
  [{ callee: './src/focal#Focal.forward' }, 'Focal().forward(model(x), y)'],
  [{ callee: './src/focal#Focal', criterion: 'forward' }, 'Focal()(model(x), y)'],
])('judges calls of instances of a class that is described as %j: %s', (described, call) => {
  const train = `from focal import Focal\n${model}\n\ndef step(x, y, device):\n    return ${call}\n`
  const { contracts, problems } = readContracts([{ ...described, takes, applies: 'softmax' }])
  expect(problems).toEqual([])
  const files = [
    { path: 'src/focal.py', text: classes },
    { path: 'src/train.py', text: train },
  ]
  const { findings } = lint({ files, config: { ...defaultConfig, contracts } })
  expect(findings.map(({ rule, at }) => `${at?.file}:${at?.line} ${rule}`)).toEqual(['src/train.py:8 probabilities-as-logits'])
})
