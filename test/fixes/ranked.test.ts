import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint.js'
import { loadParsers } from '../../src/parsers.js'
import { changed } from './repairs.js'

/** Titles of the fixes of the first finding, `!` before the unsafe. */
async function titles(file: string, text: string): Promise<string[]> {
  const files = [{ path: file, text }]
  await loadParsers({ files })
  const [finding] = lint({ files }).findings
  return finding?.fixes.map(({ title, safe }) => `${safe ? '' : '! '}${title}`) ?? []
}

const tfjs = (options: string, loss: string, more = '') =>
  `import * as tf from '@tensorflow/tfjs'\n\nconst model = tf.sequential()\nmodel.add(tf.layers.dense({ ${options} })) // kept\nmodel.compile({ optimizer: 'adam', loss: ${loss} })\n${more}`
const torch = (head: string, body: string) =>
  `${head}\n\n\ndef loss(x: Tensor, w: Tensor, y: Tensor):\n    z = x @ w  # kept\n    return ${body}\n`

describe('one unit', () => {
  it('becomes a binary loss, or one unit for each class', async () => {
    const text = tfjs('units: 1, inputShape: [4]', 'tf.losses.softmaxCrossEntropy')
    expect(await titles('a.ts', text)).toEqual([
      '! Use `sigmoidCrossEntropy`: labels are then 0 or 1, in the shape of the prediction',
      '! Give the layer 2 units: labels are then rows of 2, one-hot',
    ])
    expect(await changed('a.ts', text)).toEqual([])
    expect(await changed('a.ts', text, true)).toEqual([
      "- model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy })",
      "+ model.compile({ optimizer: 'adam', loss: tf.losses.sigmoidCrossEntropy })",
    ])
  })

  it('becomes as many as the labels tell', async () => {
    const text = tfjs(
      'units: 1, inputShape: [4]',
      'tf.losses.softmaxCrossEntropy',
      'export const train = (x, y) => model.fit(x, tf.oneHot(y, 5))\n',
    )
    expect((await titles('a.ts', text))[0]).toBe('! Give the layer 5 units, one for each class')
    expect(await changed('a.ts', text, true)).toEqual([
      '- model.add(tf.layers.dense({ units: 1, inputShape: [4] })) // kept',
      '+ model.add(tf.layers.dense({ units: 5, inputShape: [4] })) // kept',
    ])
  })

  it('under softmax and a categorical loss gets sigmoid and the binary loss at once', async () => {
    const text = tfjs("units: 1, activation: 'softmax', inputShape: [4]", "'categoricalCrossentropy'")
    expect(await changed('a.ts', text, true)).toEqual([
      "- model.add(tf.layers.dense({ units: 1, activation: 'softmax', inputShape: [4] })) // kept",
      "- model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })",
      "+ model.add(tf.layers.dense({ units: 1, activation: 'sigmoid', inputShape: [4] })) // kept",
      "+ model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' })",
    ])
  })

  it('of PyTorch, with what labels have to be', async () => {
    const text =
      'from torch import nn\n\nmodel = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 1))\ncriterion = nn.CrossEntropyLoss()\n\n\ndef loss(x, y):\n    return criterion(model(x), y)\n'
    expect(await titles('a.py', text)).toEqual([
      '! Use `BCEWithLogitsLoss`: labels are then 0.0 or 1.0, as floats in the shape of the prediction',
      '! Give the layer 2 units: labels are then the class indices 0 and 1',
    ])
  })
})

it('the other activation is one that the library has in that place', async () => {
  const text = torch('import torch.nn.functional as F\nfrom torch import Tensor', 'F.kl_div(F.softmax(z, dim=1), y)')
  expect(await titles('a.py', text)).toEqual(['Apply `log_softmax` instead'])
  const layers = tfjs("units: 3, activation: 'softmax', inputShape: [4]", "'kullbackLeiblerDivergence'")
  expect((await titles('a.ts', layers)).filter((title) => title.includes('log_softmax'))).toEqual([])
})

describe('a loss that was imported by its name', () => {
  const cases: [name: string, file: string, text: string, expected: string[]][] = [
    [
      'is imported in the place of the other',
      'a.py',
      torch('from torch import Tensor\nfrom torch.nn import NLLLoss', 'NLLLoss()(z, y)'),
      [
        '- from torch.nn import NLLLoss',
        '- return NLLLoss()(z, y)',
        '+ from torch.nn import CrossEntropyLoss',
        '+ return CrossEntropyLoss()(z, y)',
      ],
    ],
    [
      'is imported beside one that has other users',
      'a.py',
      torch('from torch import Tensor\nfrom torch.nn import (\n    Linear,\n    NLLLoss,\n)\n\nkept = NLLLoss', 'NLLLoss()(z, y)'),
      ['- NLLLoss,', '- return NLLLoss()(z, y)', '+ NLLLoss, CrossEntropyLoss,', '+ return CrossEntropyLoss()(z, y)'],
    ],
    [
      'under another name',
      'a.py',
      torch('from torch import Tensor\nfrom torch.nn.functional import nll_loss as nll', 'nll(z, y)'),
      [
        '- from torch.nn.functional import nll_loss as nll',
        '- return nll(z, y)',
        '+ from torch.nn.functional import nll_loss as nll, cross_entropy',
        '+ return cross_entropy(z, y)',
      ],
    ],
    [
      'is a member of what was imported',
      'a.ts',
      "import { losses, matMul } from '@tensorflow/tfjs'\nexport const f = (x, w, y) => losses.logLoss(y, matMul(x, w))\n",
      [
        '- export const f = (x, w, y) => losses.logLoss(y, matMul(x, w))',
        '+ export const f = (x, w, y) => losses.sigmoidCrossEntropy(y, matMul(x, w))',
      ],
    ],
  ]
  it.each(cases)('%s', async (_, file, text, expected) => expect(await changed(file, text)).toEqual(expected))
})

describe('a loss that is named in compile', () => {
  const keras = (head: string, loss: string) =>
    `${head}\nfrom keras.layers import Dense\n\nmodel = keras.Sequential([Dense(3)])  # kept\nmodel.compile("adam", loss=${loss})\n`
  it('is told that it gets logits, through a module that is in scope', async () => {
    const [before, after] = ["'categorical_crossentropy'", 'keras.losses.CategoricalCrossentropy(from_logits=True)']
    expect(await changed('a.py', keras('import keras', before))).toEqual([
      `- model.compile("adam", loss=${before})`,
      `+ model.compile("adam", loss=${after})`,
    ])
  })

  it('stays where no module is in scope, and the activation is added', async () => {
    const text =
      "from keras import Sequential\nfrom keras.layers import Dense\n\nmodel = Sequential([Dense(3)])\nmodel.compile('adam', loss='categorical_crossentropy')\n"
    expect(await titles('a.py', text)).toEqual(['! Give the last layer the activation `softmax`'])
    expect(await changed('a.py', text, true)).toEqual([
      '- model = Sequential([Dense(3)])',
      '+ model = Sequential([Dense(3, activation="softmax")])',
    ])
  })

  it('takes what the model gives, unless a variable may hold another', async () => {
    const options = "units: 3, activation: 'softmax', inputShape: [4]"
    expect(await titles('a.ts', tfjs(options, 'tf.losses.softmaxCrossEntropy'))).toEqual([
      "Use `'categoricalCrossentropy'`, which takes a distribution",
      "! Leave out `activation: 'softmax'`",
    ])
    const text = tfjs(options, 'loss')
      .replace('const model', 'const loss = tf.losses.softmaxCrossEntropy\nconst model')
      .replace('loss: loss', 'loss')
    expect(await titles('a.ts', text)).toEqual(["! Leave out `activation: 'softmax'`"])
  })
})

describe('an activation that is too much', () => {
  const code = (body: string) =>
    `import * as tf from '@tensorflow/tfjs'\nexport function f(x, w, y) {\n  const z = tf.matMul(x, w)\n${body}\n}\n`
  it('that confines scores is left out', async () => {
    expect(await changed('a.ts', code('  return tf.losses.softmaxCrossEntropy(y, tf.relu(z))'))).toEqual([
      '- return tf.losses.softmaxCrossEntropy(y, tf.relu(z))',
      '+ return tf.losses.softmaxCrossEntropy(y, z)',
    ])
  })

  it('is not left out by a safe fix where it is a limit, or another than the first', async () => {
    const head = 'import torch\nimport torch.nn.functional as F\nfrom torch import Tensor'
    expect(await titles('a.py', torch(head, 'F.cross_entropy(z.clamp(0, 1), y)'))).toEqual(['! Pass `z` without the limit'])
    expect((await titles('a.ts', code('  return tf.losses.logLoss(y, tf.sigmoid(tf.softmax(z)))')))[0]).toBe(
      '! Pass `tf.softmax(z)` without the activation',
    )
  })

  it('is left out as the second of two', async () => {
    const before = '  const p = tf.sigmoid(z)\n  return tf.losses.logLoss(y, tf.sigmoid(p))'
    expect(await changed('a.ts', code(before))).toEqual([
      '- return tf.losses.logLoss(y, tf.sigmoid(p))',
      '+ return tf.losses.logLoss(y, p)',
    ])
  })

  it('stays where a function is nothing else, and where a condition chose it', async () => {
    const head = "import * as tf from '@tensorflow/tfjs'\nconst w = tf.ones([4, 3])\n"
    const table =
      'const outputs = { soft: (z) => tf.softmax(z) }\nexport const f = (x, y) => tf.losses.softmaxCrossEntropy(y, outputs.soft(x.matMul(w)))\n'
    expect(await titles('a.js', head + table)).toEqual([])
    const chosen =
      'const scores = (x, soft) => {\n  const z = tf.matMul(x, w)\n  return soft ? tf.softmax(z) : z\n}\nexport const f = (x, y) => tf.losses.softmaxCrossEntropy(y, scores(x, true))\n'
    expect(await titles('a.js', head + chosen)).toEqual([])
  })
})
