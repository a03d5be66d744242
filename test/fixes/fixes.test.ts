import { describe, expect, it } from 'vitest'
import { changed, repairs } from './repairs.js'

const tfjs = (body: string) => `import * as tf from '@tensorflow/tfjs'\n\n// kept\nexport function step(x, w, ys, idx) {\n${body}\n}\n`
const torch = (body: string) =>
  `import torch.nn.functional as F\nfrom torch import Tensor, nn\n\n\ndef step(x: Tensor, w: Tensor, y: Tensor):\n${body}\n`

describe('safe fixes', () => {
  const cases: [name: string, file: string, text: string, expected: string[]][] = [
    [
      'pass what the activation is given',
      'a.ts',
      tfjs('  return tf.losses.softmaxCrossEntropy(ys, tf.softmax(tf.matMul(x, w))) // why'),
      [
        '- return tf.losses.softmaxCrossEntropy(ys, tf.softmax(tf.matMul(x, w))) // why',
        '+ return tf.losses.softmaxCrossEntropy(ys, tf.matMul(x, w)) // why',
      ],
    ],
    [
      'pass the earlier value where the later has other readers',
      'a.js',
      tfjs(
        '  const z = tf.matMul(x, w)\n  const p = z.softmax() // kept\n  const best = p.argMax(1)\n  return [tf.losses.softmaxCrossEntropy(ys, p), best]',
      ),
      ['- return [tf.losses.softmaxCrossEntropy(ys, p), best]', '+ return [tf.losses.softmaxCrossEntropy(ys, z), best]'],
    ],
    [
      'name the earlier value where it has no name',
      'a.jsx',
      tfjs('  const p = tf.softmax(tf.matMul(x, w)) // kept\n  p.print()\n  return tf.losses.softmaxCrossEntropy(ys, p)'),
      [
        '- const p = tf.softmax(tf.matMul(x, w)) // kept',
        '- return tf.losses.softmaxCrossEntropy(ys, p)',
        '+ const logits = tf.matMul(x, w)',
        '+ const p = tf.softmax(logits) // kept',
        '+ return tf.losses.softmaxCrossEntropy(ys, logits)',
      ],
    ],
    [
      'leave out an activation that nothing else reads',
      'a.ts',
      tfjs('  const p = tf.softmax(tf.matMul(x, w))\n  return tf.losses.softmaxCrossEntropy(ys, p)'),
      ['- const p = tf.softmax(tf.matMul(x, w))', '+ const p = tf.matMul(x, w)'],
    ],
    [
      'exchange the arguments',
      'a.ts',
      tfjs('  const z = tf.matMul(x, w)\n  return tf.losses.softmaxCrossEntropy(z, tf.oneHot(idx, 3))'),
      ['- return tf.losses.softmaxCrossEntropy(z, tf.oneHot(idx, 3))', '+ return tf.losses.softmaxCrossEntropy(tf.oneHot(idx, 3), z)'],
    ],
    [
      'take the variant of the activation',
      'a.py',
      torch('    return F.nll_loss(F.softmax(x @ w, dim=1), y)  # kept'),
      ['- return F.nll_loss(F.softmax(x @ w, dim=1), y)  # kept', '+ return F.nll_loss(F.log_softmax(x @ w, dim=1), y)  # kept'],
    ],
    [
      'take the variant of the loss',
      'a.py',
      torch('    return F.nll_loss(x @ w, y, ignore_index=0)'),
      ['- return F.nll_loss(x @ w, y, ignore_index=0)', '+ return F.cross_entropy(x @ w, y, ignore_index=0)'],
    ],
    [
      'exchange keywords',
      'a.py',
      torch('    return F.binary_cross_entropy_with_logits(target=x @ w, input=F.one_hot(y, 3).float())'),
      [
        '- return F.binary_cross_entropy_with_logits(target=x @ w, input=F.one_hot(y, 3).float())',
        '+ return F.binary_cross_entropy_with_logits(target=F.one_hot(y, 3).float(), input=x @ w)',
      ],
    ],
    [
      'in a script of a page',
      'a.html',
      '<p>tf.softmax</p>\n<script type="module">\n  import * as tf from \'@tensorflow/tfjs\'\n  export const f = (x, w, ys) => tf.losses.softmaxCrossEntropy(ys, tf.softmax(tf.matMul(x, w)))\n</script>\n',
      [
        '- export const f = (x, w, ys) => tf.losses.softmaxCrossEntropy(ys, tf.softmax(tf.matMul(x, w)))',
        '+ export const f = (x, w, ys) => tf.losses.softmaxCrossEntropy(ys, tf.matMul(x, w))',
      ],
    ],
  ]
  it.each(cases)('%s', async (_, file, text, expected) => expect(await changed(file, text)).toEqual(expected))

  it.each([
    ['reassigned', '    z = x @ w\n    p = F.softmax(z, dim=1)\n    z = F.relu(z)\n    print(p, z)\n    return F.cross_entropy(p, y)'],
    ['changed in place', '    z = x @ w\n    p = F.softmax(z, dim=1)\n    z.relu_()\n    print(p)\n    return F.cross_entropy(p, y)'],
    ['an item set', '    z = x @ w\n    p = F.softmax(z, dim=1)\n    z[0] = 0\n    print(p)\n    return F.cross_entropy(p, y)'],
    ['deleted', '    z = x @ w\n    p = F.softmax(z, dim=1)\n    del z\n    print(p)\n    return F.cross_entropy(p, y)'],
  ])('none passes a value that is %s in between', async (_, body) => expect(await changed('a.py', torch(body))).toEqual([]))

  it('none changes what a model gives', async () => {
    expect(await changed('a.ts', model)).toEqual([])
    expect(await changed('a.py', net)).toEqual([])
  })

  it.each([
    [
      'is chosen among others',
      "  const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: idx ? 'softmax' : 'softmax' })] })\n  return tf.losses.softmaxCrossEntropy(ys, m.apply(x))",
    ],
  ])('none, and no unsafe one, leaves out an activation that %s', async (_, body) => {
    expect(await changed('a.ts', tfjs(body), true)).toEqual([])
  })

  it('none leaves out an activation whose result is reckoned with: another loss takes that', async () => {
    const text = tfjs('  const p = tf.sigmoid(tf.matMul(x, w))\n  return tf.losses.sigmoidCrossEntropy(ys, tf.sub(1, p))')
    expect(await changed('a.ts', text, true)).toEqual([
      '- return tf.losses.sigmoidCrossEntropy(ys, tf.sub(1, p))',
      '+ return tf.losses.logLoss(ys, tf.sub(1, p))',
    ])
  })

  it('none loses a comment', async () => {
    const text = tfjs('  return tf.losses.softmaxCrossEntropy(ys, tf.softmax(/* scores */ tf.matMul(x, w)))')
    expect(await changed('a.ts', text)).toEqual([])
  })

  it('keep line ends and tabs', async () => {
    const text = tfjs('\tconst p = tf.softmax(tf.matMul(x, w));\n\tp.print();\n\treturn tf.losses.softmaxCrossEntropy(ys, p);').replaceAll(
      '\n',
      '\r\n',
    )
    const { texts } = await repairs({ 'a.ts': text })
    const expected = text
      .replace('\tconst p = tf.softmax(tf.matMul(x, w));', '\tconst logits = tf.matMul(x, w);\r\n\tconst p = tf.softmax(logits);')
      .replace('(ys, p)', '(ys, logits)')
    expect(texts.get('a.ts')).toBe(expected)
  })
})

const model = `import * as tf from '@tensorflow/tfjs'
const model = tf.sequential()
model.add(tf.layers.dense({ units: 3, activation: 'sigmoid', inputShape: [4] })) // kept
model.compile({ optimizer: 'adam', loss: tf.losses.sigmoidCrossEntropy })
`
const net = `from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(16, 3)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        return self.softmax(self.out(x))


model = Net()


def loss(x, y):
    return nn.CrossEntropyLoss()(model(x), y)
`

describe('unsafe fixes', () => {
  const cases: [name: string, file: string, text: string, expected: string[]][] = [
    [
      'leave out the option of a layer',
      'a.ts',
      model,
      [
        "- model.add(tf.layers.dense({ units: 3, activation: 'sigmoid', inputShape: [4] })) // kept",
        '+ model.add(tf.layers.dense({ units: 3, inputShape: [4] })) // kept',
      ],
    ],
    [
      'leave out a layer of a list',
      'a.js',
      model.replace(
        /tf.sequential[\s\S]*kept/,
        `tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] }), tf.layers.activation({ activation: 'sigmoid' })] })`,
      ),
      [
        `- const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] }), tf.layers.activation({ activation: 'sigmoid' })] })`,
        '+ const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] })',
      ],
    ],
    [
      'leave out the statement that adds a layer',
      'a.ts',
      model
        .replace(", activation: 'sigmoid'", '')
        .replace('model.compile', "model.add(tf.layers.activation({ activation: 'sigmoid' }))\nmodel.compile"),
      ["- model.add(tf.layers.activation({ activation: 'sigmoid' }))"],
    ],
    ['put a layer that does nothing', 'a.py', net, ['- self.softmax = nn.Softmax(dim=1)', '+ self.softmax = nn.Identity()']],
    [
      'tell Keras that it gets logits',
      'a.py',
      'import keras\n\nmodel = keras.Sequential([keras.layers.Dense(3)])\nmodel.compile(optimizer="adam", loss=keras.losses.CategoricalCrossentropy())\n',
      [
        '- model.compile(optimizer="adam", loss=keras.losses.CategoricalCrossentropy())',
        '+ model.compile(optimizer="adam", loss=keras.losses.CategoricalCrossentropy(from_logits=True))',
      ],
    ],
    [
      'make the other criterion',
      'a.py',
      'from torch import nn\n\nmodel = nn.Linear(4, 1)\ncriterion = nn.BCELoss()\n\n\ndef loss(x, y):\n    return criterion(model(x), y)\n',
      ['- criterion = nn.BCELoss()', '+ criterion = nn.BCEWithLogitsLoss()'],
    ],
  ]
  it.each(cases)('%s', async (_, file, text, expected) => expect(await changed(file, text, true)).toEqual(expected))
})

describe('a notebook', () => {
  const cells = [
    { cell_type: 'markdown', metadata: {}, source: ['# é "title"\n'] },
    {
      cell_type: 'code',
      metadata: {},
      outputs: [],
      source: ['%matplotlib inline\n', 'import torch.nn.functional as F\n', 'from torch import Tensor'],
    },
    {
      cell_type: 'code',
      metadata: {},
      outputs: [],
      source: [
        'def step(x: Tensor, w: Tensor, y: Tensor):\n',
        '    p = F.softmax(x @ w, dim=1)  # "é"\n',
        '    print(p)\n',
        '    return F.cross_entropy(p, y)',
      ],
    },
  ]
  it.each([
    ['lines', JSON.stringify({ cells, metadata: {}, nbformat: 4 }, null, 1)],
    ['one text', JSON.stringify({ cells: cells.map((cell) => ({ ...cell, source: cell.source.join('') })), nbformat: 4 })],
  ])('of %s keeps all but the code that is fixed', async (_, text) => {
    const { texts, fixed } = await repairs({ 'a.ipynb': text })
    const after = JSON.parse(texts.get('a.ipynb')!)
    const code = [after.cells[2].source].flat().join('')
    expect(fixed).toBe(1)
    expect(code).toBe(
      'def step(x: Tensor, w: Tensor, y: Tensor):\n    logits = x @ w\n    p = F.softmax(logits, dim=1)  # "é"\n    print(p)\n    return F.cross_entropy(logits, y)',
    )
    const put = Array.isArray(after.cells[2].source) ? 'lines' : 'text'
    const restored = put === 'lines' ? cells[2]!.source : cells[2]!.source.join('')
    after.cells[2].source = restored
    expect(JSON.stringify(after, null, put === 'lines' ? 1 : undefined)).toBe(text)
    expect(texts.get('a.ipynb')!.split('\n').length).toBe(text.split('\n').length + (put === 'lines' ? 1 : 0))
  })
})

describe('the run after a fix', () => {
  it('refuses a fix after which the loss is not understood, and says so', async () => {
    const text = tfjs(`  let z = tf.matMul(x, w)
  if (idx) z = tf.softmax(z)
  return tf.losses.softmaxCrossEntropy(ys, tf.softmax(z))`)
    const { texts, rejected, report } = await repairs({ 'a.ts': text })
    expect(texts.size).toBe(0)
    expect(rejected.map(({ reason }) => reason)).toEqual(['then the loss call is not understood any more'])
    expect(report.findings).toHaveLength(1)
  })

  it('takes an unsafe one that foretells it', async () => {
    const text = 'import torch.nn.functional as F\n\n\ndef loss(x, y):\n    return F.cross_entropy(F.softmax(x, dim=1), y)\n'
    const none = await repairs({ 'a.py': text })
    expect([none.texts.size, none.rejected]).toEqual([0, []])
    expect(none.report.findings[0]?.fixes.map(({ title, safe, leaves }) => [title, safe, leaves])).toEqual([
      ['Pass `x` without the activation; what it holds was not understood', false, 'unknown'],
    ])
    const { texts, report } = await repairs({ 'a.py': text }, true)
    expect(texts.get('a.py')).toBe(text.replace('F.softmax(x, dim=1)', 'x'))
    expect([report.findings, report.summary.unknown]).toEqual([[], 1])
  })

  it('leaves nothing to fix for a second one', async () => {
    const first = await repairs({ 'a.ts': model, 'b.py': net }, true)
    const second = await repairs(Object.fromEntries(first.texts), true)
    expect([first.fixed, first.report.findings, second.fixed, second.texts.size]).toEqual([2, [], 0, 0])
  })
})
