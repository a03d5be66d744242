import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/contracts/catalog.js'
import { frameworks } from '../../src/contracts/frameworks.js'
import { formulaWords, lossWords } from '../../src/contracts/words.js'
import { cover, createGate } from '../../src/scan/gate.js'

const words = lossWords(createCatalog([]))
const gate = createGate(
  [...words, 'focalLoss'],
  frameworks.flatMap((framework) => framework.globals),
  formulaWords(createCatalog([])),
)
const passes = (text: string) => gate.names(text) && gate.reaches(text)

describe('gate', () => {
  it.each([
    "import * as tf from '@tensorflow/tfjs'\ntf.losses.softmaxCrossEntropy(y, p)",
    "const tf = require('@tensorflow/tfjs')\ntf.losses['sigmoidCrossEntropy'](y, p)",
    'tf.losses.logLoss(y, p)',
    'tf\n  .losses.logLoss(y, p)',
    'tf?.losses.logLoss(y, p)',
    "import { build } from './model'\nbuild().compile({ optimizer: 'adam', loss: 'mse' })",
    "import { build } from './model'\nbuild() .compile ({ myLoss })",
    "import { settings } from './settings'\nmodel.compile(settings)\nawait model.fitDataset(data)",
    "import{focalLoss as f}from'#losses'\nf(y, p)",
    "const { binaryCrossentropy: bce } = (await import('@tensorflow/tfjs')).metrics",
    "export { softmaxCrossEntropy } from './losses'",
    "import * as pr from 'propel'\nlogits.softmaxLoss(labels)",
    "const { torch } = require('js-pytorch')\nnew torch.nn.CrossEntropyLoss().forward(z, y)",
    "import { lossfuncs } from 'dannjs'\nlossfuncs.bce(p, y)",
    'synaptic.Trainer.cost.CROSS_ENTROPY(y, p)',
    "<p>\n<SCRIPT>\nmodel.compile({ loss: 'categoricalCrossentropy' })",
    "import * as tf from '@tensorflow/tfjs'\ny.mul(p.log()).sum().neg()",
    "import { mul as times, log as ln, mean } from '@tensorflow/tfjs'\nmean(times(y, ln(p)))",
    'tf.gather(tf.logSoftmax(x), y).mean()',
    'console.log(1); tf.log(p).mul(y).sum()',
  ])('lets pass what may hold a loss call: %s', (text) => {
    expect(passes(text)).toBe(true)
  })

  it.each([
    ['no loss', "import * as tf from '@tensorflow/tfjs'\ntf.softmax(x)"],
    ['a longer word', "import x from './x'\nsoftmaxCrossEntropyish(x); mylogLoss()"],
    ['a logarithm that is not summed up', "import x from './x'\nx.mul(y.log())"],
    ['a console and numbers', "import x from './x'\nconsole.log(x.mul(y).sum()); console\n  .log(Math.log(2), Math.logs)"],
    ['another compile', "import x from './x'\nregex.compile(x)"],
    ['no way to a library', 'function softmaxCrossEntropy(y, p) { return y * p }'],
    ['a name of few letters without its library', "import x from './x'\nx.bce(p, y)"],
    ['nothing', ''],
  ])('turns away %s', (_, text) => {
    expect(passes(text)).toBe(false)
  })

  it.each([
    '-(y * torch.log(p)).sum(1).mean()',
    'loss = -tf.reduce_mean(tf.math.log(p))',
    '-F.log_softmax(z, 1).gather(1, y)',
    'self.log_softmax = nn.LogSoftmax(dim=1)\nself.log_softmax(z)[torch.arange(n), y]',
    '-np.log(p)[range(n), y]',
  ])('lets pass what signs multiply and brackets pick: %s', (text) => {
    expect(gate.writes(text)).toBe(true)
    expect(gate.names(text)).toBe(false)
  })

  it.each([
    ['a logarithm alone', 'torch.log(p)'],
    ['a sum alone', '(y * p).sum()'],
    ['numbers and messages', 'x.sum() * math.log(2); logging.log(1); logger.log(2)'],
    ['lists', '[i for i in range(3)]; np.log(p)'],
    ['words for people', 'takes the log and may take its pick'],
  ])('turns away %s where signs multiply', (_, text) => {
    expect(gate.writes(text)).toBe(false)
  })

  it('finds every word of every contract', () => {
    for (const word of words) expect(gate.names(`x.${word}(y)`), word).toBe(true)
  })
})

describe('cover', () => {
  it('gives few pieces, of which every word has one', () => {
    const pieces = cover(words)
    expect(words.filter((word) => !pieces.some((piece) => word.includes(piece)))).toEqual([])
    expect(pieces.length).toBeLessThan(words.length)
  })

  it('does not depend on the order of the words', () => {
    expect(cover([...words].reverse())).toEqual(cover(words))
  })

  it('takes short words whole', () => {
    expect(cover(['ce', 'ce', 'nll'])).toEqual(['nll', 'ce'])
  })
})
