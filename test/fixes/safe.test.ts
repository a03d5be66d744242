import { describe, expect, it } from 'vitest'
import { repairs } from './repairs.js'

const torch = (body: string) => `import torch\nimport torch.nn.functional as F\nfrom torch import Tensor, nn\n\n\n${body}\n`
const step = (...lines: string[]) =>
  torch(['def step(x: Tensor, w: Tensor, y: Tensor, zs):', '    z = x @ w', ...lines.map((line) => `    ${line}`)].join('\n'))
const tfjs = (...lines: string[]) =>
  ["import * as tf from '@tensorflow/tfjs'", 'export function step(x, w, ys) {', ...lines.map((line) => `  ${line}`), '}', ''].join('\n')

/** What `--fix` puts in, by line. */
async function added(texts: Record<string, string>): Promise<string[]> {
  const { texts: after } = await repairs(texts)
  return [...after].flatMap(([file, text]) => {
    const before = texts[file]!.split('\n')
    return text.split('\n').filter((line) => !before.includes(line))
  })
}

describe('no safe fix', () => {
  it.each([
    ['an activation writes into what it is given, by its name', step('return F.cross_entropy(z.relu_(), y), z')],
    ['an activation is told to write into what it is given', step('return F.cross_entropy(F.relu(z, inplace=True), y), z')],
    ['an activation is told so by its place', step('return F.cross_entropy(F.relu(z, True), y), z')],
    ['a layer was told so', torch('act = nn.ReLU(inplace=True)\n') + step('return F.cross_entropy(act(z), y), z')],
    ['a result has a buffer of its own', step('return F.cross_entropy(torch.softmax(z, dim=1, out=zs), y)')],
    ['its value is one that was written into', step('p = torch.sigmoid_(z)', 'return F.binary_cross_entropy_with_logits(p, y.float()), z')],
    [
      'a layer writes into the scores before the loss',
      torch('act = nn.ReLU(inplace=True)\n') + step('p = F.softmax(z, dim=1)', 'h = act(z)', 'return F.cross_entropy(p, y), p, h'),
    ],
    ['scores are added to before the loss', step('p = F.softmax(z, dim=1)', 'z += 1', 'return F.cross_entropy(p, y), z')],
    ['scores that are seen otherwise change', step('p = F.softmax(z.view(-1, 3), dim=1)', 'z.mul_(0)', 'return F.cross_entropy(p, y)')],
    ['what is behind them changes', step('p = F.softmax(z, dim=1)', 'z.detach().numpy()[:] = 0', 'return F.cross_entropy(p, y)')],
    ['one argument hangs on the other', step('return F.cross_entropy((t := y.argmax(1)), z + t)')],
    ['a comment says which argument is which', step('return F.cross_entropy(', '    y.argmax(1),  # labels', '    z,  # scores', ')')],
  ])('of Python where %s', async (_, text) => {
    const { report } = await repairs({ 'a.py': text })
    expect(report.findings).toHaveLength(1)
    expect(await added({ 'a.py': text })).toEqual([])
  })

  it.each([
    [
      'scores are freed before the loss',
      tfjs('const z = tf.matMul(x, w)', 'const p = tf.softmax(z)', 'z.dispose()', 'return tf.losses.softmaxCrossEntropy(ys, p)'),
    ],
    [
      'the name means something else at the loss',
      tfjs(
        ...['const z = tf.matMul(w, x)', 'let p', '{', '  const z = tf.matMul(x, w)', '  p = tf.softmax(z)', '}', 'p.print()'],
        'return tf.losses.softmaxCrossEntropy(ys, p)',
      ),
    ],
    [
      'arguments come one after the other',
      tfjs('return tf.losses.softmaxCrossEntropy(tf.matMul(x.next().value, w), tf.oneHot(x.next().value, 3))'),
    ],
  ])('of JavaScript where %s', async (_, text) => {
    const { report } = await repairs({ 'a.js': text })
    expect(report.findings).toHaveLength(1)
    expect(await added({ 'a.js': text })).toEqual([])
  })

  it('takes another loss where a caller that is not understood may need this one', async () => {
    const loss = (name: string, args: string) => `def loss(a, b):\n    return F.${name}(${args})\n\n\n`
    const other = 'from a import loss\n\n\ndef g(scores, labels):\n    return loss(scores, labels)\n'
    const logits = torch(loss('nll_loss', 'a, b')) + step('return loss(z, y)')
    const swapped = torch(loss('cross_entropy', 'a, b')) + step('return loss(y.argmax(1), z)')
    expect(await added({ 'a.py': logits })).toEqual(['    return F.cross_entropy(a, b)'])
    expect(await added({ 'a.py': swapped })).toEqual(['    return F.cross_entropy(b, a)'])
    for (const text of [logits, swapped]) expect(await added({ 'a.py': text, 'b.py': other })).toEqual([])
    const both = logits.replace('return loss(z, y)', 'return loss(z, y) + loss(x.matmul(w), y)')
    expect(await added({ 'a.py': both })).toEqual(['    return F.cross_entropy(a, b)'])
  })
})

describe('what others may read stays', () => {
  const top = torch(
    'x: Tensor = torch.ones(2, 4)\nw = torch.ones(4, 3)\np = F.softmax(x @ w, dim=1)\nloss = F.cross_entropy(p, torch.tensor([0, 1]))',
  )
  const alone = ['p = x @ w']
  const kept = ['logits = x @ w', 'p = F.softmax(logits, dim=1)', 'loss = F.cross_entropy(logits, torch.tensor([0, 1]))']

  it.each([
    ['a file that has not to do with it', 'p = 1\n', alone],
    ['a file that imports it', 'import a\nprint(a.p)\n', kept],
    ['a file that imports all', 'from a import *\nprint(p)\n', kept],
  ])('in %s', async (_, other, expected) => {
    expect(await added({ 'a.py': top, 'b.py': other })).toEqual(expected)
  })

  it('under a name that means nothing there', async () => {
    expect(await added({ 'a.py': top, 'b.py': 'from a import *\nlogits = 1\nprint(p)\n' })).toEqual(
      kept.map((line) => line.replace('logits', 'scores')),
    )
  })

  it('in other scripts of the page, and its handlers', async () => {
    const script = [
      'const w = tf.ones([4, 3])',
      'const p = tf.softmax(tf.matMul(tf.ones([2, 4]), w))',
      'const l = tf.losses.softmaxCrossEntropy(tf.oneHot([0, 1], 3), p)\n',
    ]
    const page = (rest: string) =>
      `<script src="https://cdn.jsdelivr.net/npm/@tensorflow/tfjs"></script>\n<script src="a.js"></script>\n${rest}\n`
    const all = (rest: string) => added({ 'a.js': script.join('\n'), 'index.html': page(rest) })
    expect(await all('')).toEqual(['const p = tf.matMul(tf.ones([2, 4]), w)'])
    for (const rest of ['<script>p.print()</script>', '<button onclick="p.print()">1</button>']) expect(await all(rest)).toHaveLength(3)
  })

  it('where all names are read at once', async () => {
    const text = step('p = F.softmax(x @ w, dim=1)', 'loss = F.cross_entropy(p, y)', 'return locals()')
    expect(await added({ 'a.py': text })).toHaveLength(3)
    expect(await added({ 'a.py': text.replace('locals()', 'loss') })).toEqual(['    p = x @ w'])
  })

  it('as does an import that another file takes from there', async () => {
    const text =
      'from torch import Tensor\nfrom torch.nn import NLLLoss\n\n\ndef f(x: Tensor, w: Tensor, y: Tensor):\n    return NLLLoss()(x @ w, y)\n'
    const call = '    return CrossEntropyLoss()(x @ w, y)'
    expect(await added({ 'a.py': text })).toEqual(['from torch.nn import CrossEntropyLoss', call])
    expect(await added({ 'a.py': text, 'b.py': 'from a import NLLLoss\nprint(NLLLoss)\n' })).toEqual([
      'from torch.nn import NLLLoss, CrossEntropyLoss',
      call,
    ])
  })
})
