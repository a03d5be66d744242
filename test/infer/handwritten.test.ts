import { describe, expect, it } from 'vitest'
import { lint } from '../../src/index.js'
import { verdicts } from '../support/verdicts.js'

/** A model that gives scores, and one that gives probabilities. */
const models = `import * as tf from '@tensorflow/tfjs'
const scores = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] })
const classes = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4], activation: 'softmax' })] })
const chances = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4], activation: 'sigmoid' })] })
const raw = (x: tf.Tensor) => scores.predict(x) as tf.Tensor
const net = (x: tf.Tensor) => classes.predict(x) as tf.Tensor
const gate = (x: tf.Tensor) => chances.predict(x) as tf.Tensor
`

/** Spellings of cross-entropy, of `P` and the labels `y`: each is right with softmax, and wrong with scores or their log-softmax. */
const ofProbabilities: Record<string, string> = {
  functions: 'tf.neg(tf.sum(tf.mul(y, tf.log(P))))',
  'chained methods': 'y.mul(P.log()).sum(-1).neg().mean()',
  'the logarithm first': 'P.log().mul(y).sum().neg()',
  mixed: 'tf.mean(tf.sum(tf.log(P).mul(y), -1).neg())',
  'times -1': 'tf.mul(-1, tf.sum(y.mul(tf.log(P))))',
  'times -1, chained': 'y.mul(P.log()).sum(-1).mul(-1).mean()',
  'times a scalar of -1': 'tf.mul(tf.scalar(-1), tf.sum(y.mul(tf.log(P))))',
  'subtracted from 0': 'tf.scalar(0).sub(y.mul(tf.log(P)).sum())',
  'divided by -1': 'y.mul(tf.log(P)).sum().div(-1)',
  'a negative factor': 'tf.mean(tf.mul(tf.neg(y), tf.log(P)))',
  'a dot product': 'tf.dot(y, tf.log(P)).neg()',
  'a small number added': 'y.mul(P.add(1e-7).log()).sum().neg()',
  'a scalar added': 'tf.neg(tf.sum(tf.mul(y, tf.log(tf.add(P, tf.scalar(1e-8))))))',
  clipped: 'y.mul(tf.clipByValue(P, 1e-7, 1).log()).sum().neg()',
  focal: 'tf.pow(tf.sub(1, P), 2).mul(P.log()).mul(y).sum(-1).neg().mean()',
  'label smoothing': 'y.mul(0.9).add(0.1 / 3).mul(P.log()).sum(-1).neg().mean()',
  'class weights': 'y.mul(P.log()).mul(weights).sum(-1).neg().mean()',
  masked: 'tf.sum(y.mul(P.log()).sum(-1).mul(mask)).div(mask.sum()).neg()',
  'masked by a choice': 'tf.where(mask, y.mul(P.log()), tf.zerosLike(y)).sum().neg()',
  gathered: 'P.log().gather(indices, 1).mean().neg()',
  'one-hot where it is needed': 'P.log().mul(tf.oneHot(indices, 3)).sum(-1).mean().neg()',
  'picked before the logarithm': 'tf.sum(tf.mul(P, tf.oneHot(indices, 3)), 1).log().mul(mask).mean().neg()',
  divergence: 'y.mul(y.log().sub(P.log())).sum()',
  'divergence by a ratio': 'y.mul(y.div(P).log()).sum(-1).mean()',
  'policy gradient': 'P.log().mul(tf.oneHot(indices, 3)).sum(1).mul(weights).mean().neg()',
}

const ofScores: Record<string, string> = {
  functions: 'tf.neg(tf.sum(tf.mul(y, tf.logSoftmax(P))))',
  'chained methods': 'y.mul(P.logSoftmax()).sum(-1).neg().mean()',
  gathered: 'tf.logSoftmax(P).gather(indices, 1).mean().neg()',
  'the sum of exponentials': 'y.mul(P.sub(P.logSumExp(-1, true))).sum(-1).neg().mean()',
  'a sum of logarithms of sigmoids': 'y.mul(tf.logSigmoid(P)).add(tf.sub(1, y).mul(tf.logSigmoid(P.neg()))).mean().neg()',
}

const ofChances: Record<string, string> = {
  functions: 'tf.neg(tf.mean(tf.add(tf.mul(y, tf.log(P)), tf.mul(tf.sub(1, y), tf.log(tf.sub(1, P))))))',
  'chained methods': 'y.mul(P.log()).add(tf.scalar(1).sub(y).mul(tf.scalar(1).sub(P).log())).mean().neg()',
  'small numbers added': 'y.mul(P.add(1e-7).log()).add(y.neg().add(1).mul(P.neg().add(1).add(1e-7).log())).mean().neg()',
  'ones like the others': 'y.mul(P.log()).add(tf.onesLike(y).sub(y).mul(tf.onesLike(P).sub(P).log())).mean().neg()',
}

const parameters = 'x: tf.Tensor, y: tf.Tensor, weights: tf.Tensor, mask: tf.Tensor, indices: tf.Tensor1D'
const written = (formula: string, prediction: string) => formula.replaceAll('P', prediction)

/** Where a formula may stand, with the prediction in a variable. */
const places: Record<string, (formula: string, prediction: string, verdict: string) => string> = {
  'in a function': (formula, prediction, verdict) =>
    `export function loss(${parameters}) {\n  const p = ${prediction}\n  return ${written(formula, 'p')} //! ${verdict}\n}`,
  'in a callback of minimize': (formula, prediction, verdict) =>
    `export const step = (${parameters}) =>\n  tf.train.sgd(0.1).minimize(() => {\n    const p = ${prediction}\n    return tf.tidy(() => ${written(formula, 'p')}) //! ${verdict}\n  })`,
  'on an argument': (formula, prediction, verdict) =>
    `class Trainer {\n  loss(p: tf.Tensor, ${parameters}) {\n    return ${written(formula, 'p')} //! ${verdict}\n  }\n  step(${parameters}) { return this.loss(${prediction}, x, y, weights, mask, indices) }\n}\nexport default Trainer`,
}

function check(formula: string, prediction: string, verdict: string) {
  for (const place of Object.values(places)) {
    const { found, expected } = verdicts(models + place(formula, prediction, verdict))
    expect(found).toEqual(expected)
  }
}

describe('the logarithm of probabilities', () => {
  it.each(Object.entries(ofProbabilities))('%s', (_, formula) => {
    check(formula, 'raw(x)', 'logits-as-probabilities')
    check(formula, 'raw(x).logSoftmax()', 'log-probabilities-as-probabilities')
    check(formula, 'net(x)', 'clean')
  })
})

describe('a logarithm that comes with softmax or sigmoid', () => {
  it.each(Object.entries(ofScores))('%s', (_, formula) => {
    check(formula, 'net(x)', 'probabilities-as-logits')
    check(formula, 'raw(x)', 'clean')
  })
})

describe('two terms', () => {
  it.each(Object.entries(ofChances))('%s', (_, formula) => {
    check(formula, 'raw(x)', 'logits-as-probabilities')
    check(formula, 'net(x)', 'distribution-as-binary')
    check(formula, 'gate(x)', 'clean')
  })
})

const programs: Record<string, string> = {
  'a function that compile calls, without a reduction of its own': `
const ce = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.neg(tf.mul(yTrue, tf.log(yPred.add(1e-7)))) //! logits-as-probabilities
scores.compile({ optimizer: 'adam', loss: ce })
class Losses {
  static ce(yTrue: tf.Tensor, yPred: tf.Tensor) { return tf.neg(tf.mul(yTrue, tf.log(yPred.add(1e-7)))) } //! clean
}
classes.compile({ optimizer: 'adam', loss: Losses.ce })
`,
  'a loss that two callers give different things': `
const ce = (y: tf.Tensor, p: tf.Tensor) => y.mul(p.log()).sum(-1).neg().mean() //! logits-as-probabilities
export const a = (x: tf.Tensor, y: tf.Tensor) => ce(y, net(x))
export const b = (x: tf.Tensor, y: tf.Tensor) => ce(y, raw(x))
`,
  'local variables and a helper that takes the logarithm': `
const safeLog = (v: tf.Tensor) => tf.log(tf.maximum(v, 1e-7))
export function wrong(x: tf.Tensor, y: tf.Tensor) {
  const logs = safeLog(raw(x)) //! logits-as-probabilities
  const products = tf.mul(y, logs)
  const rows = products.sum(-1)
  return rows.mean().neg()
}
export function right(x: tf.Tensor, y: tf.Tensor) {
  const logs = safeLog(net(x)) //! clean
  return tf.mul(y, logs).sum(-1).mean().neg()
}
`,
  'a helper that returns the sum, and a caller that makes it negative': `
const likelihood = (y: tf.Tensor, p: tf.Tensor) => tf.sum(y.mul(tf.log(p)))
export const wrong = (x: tf.Tensor, y: tf.Tensor) => likelihood(y, raw(x)).neg() //! logits-as-probabilities
export const right = (x: tf.Tensor, y: tf.Tensor) => likelihood(y, net(x)).neg() //! clean
`,
  'independent probabilities under one logarithm, which may be a part of a binary loss': `
export const perhaps = (x: tf.Tensor, y: tf.Tensor) => y.mul(gate(x).log()).sum(-1).mean().neg() //! unknown
`,
  'numbers that several functions share': `
const one = tf.scalar(1)
const epsilon = tf.scalar(1e-7)
function cost(y: tf.Tensor, p: tf.Tensor) {
  return tf.add(y.mul(p.add(epsilon).log()), one.sub(y).mul(one.sub(p).add(epsilon).log())).sum().neg() //! clean
}
export const value = (x: tf.Tensor, y: tf.Tensor) => cost(y, gate(x))
`,
  'labels that are indices, and one-hot rows': `
export const wrong = (x: tf.Tensor, y: tf.Tensor) => y.argMax(-1).mul(net(x).log()).sum().neg() //! indices-as-one-hot
export const right = (x: tf.Tensor, y: tf.Tensor) => tf.oneHot(y.argMax(-1), 3).mul(net(x).log()).sum().neg() //! clean
`,
  'labels under the logarithm': `
export const wrong = (x: tf.Tensor, y: tf.Tensor1D) => net(x).mul(tf.oneHot(y, 3).log()).sum().neg() //! swapped-arguments
export const right = (x: tf.Tensor, y: tf.Tensor1D) => tf.oneHot(y, 3).mul(net(x).log()).sum().neg() //! clean
`,
  'softmax twice before the logarithm': `
export const wrong = (x: tf.Tensor, y: tf.Tensor) => y.mul(tf.log(tf.softmax(net(x)))).sum().neg() //! double-activation
export const right = (x: tf.Tensor, y: tf.Tensor) => y.mul(tf.log(tf.softmax(raw(x)))).sum().neg() //! clean
`,
  'a model whose last layer takes the logarithm': `
const logs = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4], activation: 'logSoftmax' })] })
export const wrong = (x: tf.Tensor, y: tf.Tensor) => y.mul((logs.predict(x) as tf.Tensor).log()).sum().neg() //! log-probabilities-as-probabilities
export const right = (x: tf.Tensor, y: tf.Tensor) => y.mul(logs.predict(x) as tf.Tensor).sum().neg()
`,
  'losses that are added up': `
export function total(x: tf.Tensor, a: tf.Tensor, b: tf.Tensor) {
  const first = a.mul(net(x).log()).sum().neg() //! clean
  const second = b.mul(raw(x).log()).sum().neg() //! logits-as-probabilities
  return tf.addN([first, second]).add(raw(x).square().mean())
}
`,
  'a loss that is called, too': `
export const ce = (y: tf.Tensor, p: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, p).mul(0.5).add(p.square().mean()) //! probabilities-as-logits
export const value = (x: tf.Tensor, y: tf.Tensor) => ce(y, net(x)).neg()
`,
  distillation: `
export const loss = (x: tf.Tensor, teacher: tf.Tensor) =>
  tf.softmax(teacher.div(2)).mul(tf.logSoftmax(raw(x).div(2))).sum(-1).mean().neg() //! clean
`,
}

describe('programs', () => {
  it.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(models + program)
    expect(found).toEqual(expected)
    expect(expected.length).toBeGreaterThan(0)
  })
})

/** Logarithms that are no loss: not a word is said of them, whatever is under them. */
const otherwise: Record<string, string> = {
  'an entropy': 'net(x).mul(net(x).log()).sum(-1).mean().neg()',
  'an entropy with a small number added': 'tf.neg(tf.sum(tf.mul(net(x), tf.log(tf.add(net(x), 1e-8)))))',
  'an entropy of scores': 'tf.softmax(raw(x)).mul(tf.logSoftmax(raw(x))).sum(-1).mean().neg()',
  'an entropy of what was a logarithm': 'tf.logSoftmax(raw(x)).exp().mul(tf.logSoftmax(raw(x))).sum().neg()',
  'an entropy of two outcomes': 'net(x).mul(net(x).log()).add(tf.sub(1, net(x)).mul(tf.log(tf.sub(1, net(x))))).mean().neg()',
  'an entropy of a weighted policy': 'net(x).mul(net(x).log()).mul(y).sum(-1).mean().mul(-0.01)',
  'a sum of logarithms': 'raw(x).log().sum().neg()',
  'a logarithm times a number': 'raw(x).log().mul(0.5).sum().neg()',
  'the likelihood of a normal distribution': 'tf.neg(tf.mean(tf.sub(tf.mul(-0.5, y.sub(raw(x)).div(raw(x)).square()), tf.log(raw(x)))))',
  'the likelihood of a count': 'raw(x).sub(y.mul(raw(x).log())).mean()',
  'the divergence of a normal distribution': 'tf.mul(-0.5, tf.sum(raw(x).log().add(1).sub(raw(x).square()).sub(raw(x))))',
  'the logarithm of data': 'tf.log(tf.tensor1d([1, 2, 3])).mul(y).sum().neg()',
  'a product that nothing sums up': 'y.mul(raw(x).log()).neg()',
  'a product that stays positive': 'y.mul(raw(x).log()).sum()',
  'a scaled logarithm for a plot': 'raw(x).log().div(Math.LN2).print()',
  perplexity: 'tf.exp(raw(x).log().mean().neg())',
  'the logarithm of a loss': 'tf.losses.meanSquaredError(y, raw(x)).log().mul(0.5).neg().sum()',
  'scores of samples': 'tf.multinomial(tf.log(net(x)) as tf.Tensor2D, 1)',
  decibels: 'tf.mul(20, tf.log(raw(x)).div(tf.log(10))).mean().neg()',
  'a generator loss': 'tf.log(gate(x)).mean().neg()',
}

describe('what is no loss', () => {
  it.each(Object.entries(otherwise))('%s', (_, formula) => {
    const { found } = verdicts(`${models}export const value = (x: tf.Tensor, y: tf.Tensor) => ${formula}\n`)
    expect(found).toEqual([])
  })

  it('a logarithm of which neither argument is known', () => {
    const { found } = verdicts(`${models}export const value = (a: any, b: any) => a.mul(b.log()).sum().neg()\n`)
    expect(found).toEqual([])
  })

  it('mixtures of distributions are never negative', () => {
    const { found } = verdicts(
      `${models}export const value = (x: tf.Tensor, y: tf.Tensor) => y.mul(tf.matMul(net(x), net(y)).log()).sum().neg()\n`,
    )
    expect(found).toEqual([])
  })

  it('products of values of which nothing is known', () => {
    const loss = (left: string) =>
      `${models}export const value = (a: tf.Tensor, b: tf.Tensor, y: tf.Tensor) => y.mul(tf.matMul(${left}, b).log()).sum().neg()\n`
    expect(verdicts(loss('a')).found).toEqual([])
    for (const scores of ['tf.variable(a)', 'raw(a)', 'tf.randomNormal([2, 3])'])
      expect(verdicts(loss(scores)).found).toEqual(['main.ts:8 logits-as-probabilities'])
  })

  it('the body of a function that the configuration describes', () => {
    const text = `${models}export const ce = (y: tf.Tensor, p: tf.Tensor) => y.mul(p.log()).sum().neg()\nexport const v = (x: tf.Tensor, y: tf.Tensor) => ce(y, net(x))\n`
    const takes = [
      { role: 'target' as const, name: 'y', wants: [] },
      { role: 'prediction' as const, name: 'p', wants: ['distribution' as const] },
    ]
    const contract = { id: 'main.ts#ce', package: 'main.ts', name: 'ce', takes, source: 'configuration' }
    expect(verdicts(text, { contracts: [contract] }).found).toEqual(['main.ts:9 clean'])
  })
})

it('is judged with the library of whose operations it is made', () => {
  const text = `${models}export const value = (x: tf.Tensor, y: tf.Tensor) => y.mul(net(x).log()).sum().neg()\n`
  expect(verdicts(text, { frameworks: ['@tensorflow/tfjs'] }).found).toEqual(['main.ts:8 clean'])
  expect(verdicts(text, { frameworks: ['torch'] }).found).toEqual([])
})

describe('what is said', () => {
  const report = (program: string) => lint({ files: [{ path: 'main.ts', text: models + program }] })

  it('names the argument of the logarithm, the function that takes it, and the caller that is wrong', async () => {
    const { findings } = await report(
      'const ce = (y: tf.Tensor, p: tf.Tensor) => y.mul(p.add(1e-7).log()).sum().neg()\nexport const a = (x: tf.Tensor, y: tf.Tensor) => ce(y, net(x))\nexport const b = (x: tf.Tensor, y: tf.Tensor) => ce(y, raw(x))\n',
    )
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      rule: 'logits-as-probabilities',
      certainty: 'likely',
      loss: 'handwritten#cross-entropy',
      at: { line: 8, column: 50 },
      message: {
        what: '`p.add(1e-7)` holds logits, but `ce` expects a distribution.',
        todo: 'Apply softmax before the loss, or use the variant of the loss that takes logits.',
      },
    })
    expect(findings[0]!.related.filter((each) => each.note.startsWith('passed')).map((each) => each.at.line)).toEqual([10])
  })

  it('is proved when all callers are wrong', async () => {
    const { findings } = await report(
      'const ce = (y: tf.Tensor, p: tf.Tensor) => y.mul(p.log()).sum().neg()\nexport const a = (x: tf.Tensor, y: tf.Tensor) => ce(y, raw(y))\nexport const b = (x: tf.Tensor, y: tf.Tensor) => ce(y, raw(x))\n',
    )
    expect(findings.map((each) => each.certainty)).toEqual(['proved'])
  })

  it.each([
    ['y.mul(net(x).logSoftmax()).sum(-1).mean().neg()', 'so the loss cannot fall below 0.5514 = ln(1 + 2/e) with 3 classes'],
    ['y.mul(net(x).logSoftmax()).mean().neg()', 'so probabilities are squashed twice'],
    ['y.mul(net(x).logSoftmax()).mul(y).sum().neg()', 'so probabilities are squashed twice'],
  ])('states a floor only where the value is a cross-entropy: %s', async (formula, why) => {
    const { findings } = await report(`export const value = (x: tf.Tensor, y: tf.Tensor) => ${formula}\n`)
    expect(findings.map((each) => each.message.why)).toEqual([expect.stringContaining(why)])
  })
})
