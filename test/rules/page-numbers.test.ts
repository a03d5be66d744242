import { describe, expect, it } from 'vitest'
import doubleSoftmax from '../../bench/double-softmax.json' with { type: 'json' }
import { rules } from '../../rules/index.js'
import { numbersIn } from '../contracts/quoted.js'
import { batch, compiledLoss, tf } from '../contracts/tf.js'
import contractGolden from '../contracts/torch-golden.json' with { type: 'json' }
import { readPage } from './page.js'
import golden from './torch-golden.json' with { type: 'json' }

const { losses, metrics } = tf
const P = tf.tensor2d(batch.probabilities)
const Z = tf.tensor2d(batch.logits)
const O = tf.tensor2d(batch.oneHot)
const { values } = contractGolden

const all = (tensor: unknown): number[] => Array.from((tensor as tf.Tensor).dataSync())
const one = (tensor: unknown): number => all(tensor)[0]!
const corner = (classes: number, at = 0): tf.Tensor => tf.oneHot(tf.tensor1d([at], 'int32'), classes).toFloat()
const passed = (classes: number, row: tf.Tensor): number => one(losses.softmaxCrossEntropy(corner(classes), row))
const counts = [2, 3, 10, 100, 1000]

/** Every number with four decimals in a page's prose, from the libraries. */
const stated: Record<string, readonly number[]> = {
  'swapped-arguments': [
    one(losses.softmaxCrossEntropy(Z, O)),
    one(losses.softmaxCrossEntropy(O, Z)),
    one(losses.sigmoidCrossEntropy(Z, O)),
    one(losses.sigmoidCrossEntropy(O, Z)),
    one(losses.logLoss(P, O)),
    one(losses.logLoss(O, P)),
    values['binary_cross_entropy(one-hot, probabilities)'],
  ],
  'loss-at-floor': [passed(3, corner(3)), passed(10, corner(10))],
  'non-finite-input': [golden.values['cross_entropy(masked logits, classes)']],
  'wrong-softmax-axis': [passed(100, tf.zeros([1, 100]))],
  'probabilities-as-logits': [
    ...counts.flatMap((c) => [passed(c, corner(c)), passed(c, tf.fill([1, c], 1 / c)), passed(c, corner(c, 1))]),
    one(losses.sigmoidCrossEntropy([1], [1])),
    one(losses.sigmoidCrossEntropy([0], [0])),
  ],
  'log-probabilities-as-logits': [one(losses.softmaxCrossEntropy(O, tf.logSoftmax(Z))), one(losses.sigmoidCrossEntropy([1], [0]))],
  'logits-as-probabilities': all(metrics.binaryCrossentropy(O, Z)),
  'logits-as-log-probabilities': [values['nll_loss(logits, classes)'], values['cross_entropy(logits, classes)']],
  'probabilities-as-log-probabilities': [values['nll_loss(probabilities, classes)'], values['nll_loss(log probabilities, classes)']],
  'log-probabilities-as-probabilities': [one(compiledLoss('kullbackLeiblerDivergence')(O, P.log()))],
  'distribution-as-binary': [one(losses.logLoss(O, P)), one(metrics.categoricalCrossentropy(O, P).mean())],
  'double-activation': [one(tf.softmax(corner(3))), one(tf.softmax(corner(10))), one(tf.sigmoid(1))],
  'bounded-logits': [passed(10, corner(10).mul(2).sub(1)), one(losses.sigmoidCrossEntropy([0], [0]))],
  'one-hot-as-indices': [
    values['cross_entropy(logits, one-hot)'],
    values['cross_entropy(logits, classes, weight)'],
    values['cross_entropy(logits, one-hot, weight)'],
  ],
  'target-not-distribution': [one(losses.softmaxCrossEntropy([[1, 1, 0]], [[60, 60, 0]]))],
  'constant-prediction': [
    one(losses.softmaxCrossEntropy(tf.oneHot(tf.tensor1d([0, 0, 0, 1], 'int32'), 2), tf.tile(tf.tensor2d([[Math.log(3), 0]]), [4, 1]))),
  ],
}

describe.each(rules.map((rule) => rule.name))('%s', (name) => {
  it('states nothing but what the libraries return', () => {
    const prose = readPage(name).text.replace(/^```[\s\S]*?^```$/gm, '')
    const expected = (stated[name] ?? []).map((number) => number.toFixed(4))
    expect(unique(numbersIn(prose))).toEqual(unique(expected))
  })
})

it('states how small the gradient of a confidently wrong row is', () => {
  const scores = tf.tensor2d([[8, 0, 0]])
  const size = (loss: (z: tf.Tensor) => tf.Tensor) => one(tf.norm(tf.grad((z: tf.Tensor) => loss(z).asScalar())(scores)))
  expect(size((z) => losses.softmaxCrossEntropy(corner(3, 1), z)).toFixed(2)).toBe('1.41')
  expect(size((z) => losses.softmaxCrossEntropy(corner(3, 1), tf.softmax(z))).toExponential(1)).toBe('7.5e-4')
})

it('states what part of the right gradient an undecided row has', () => {
  const gradient = (classes: number, loss: (z: tf.Tensor) => tf.Tensor) =>
    all(tf.grad((z: tf.Tensor) => loss(z).asScalar())(tf.zeros([1, classes])))
  const stated = [...readPage('probabilities-as-logits').text.matchAll(/^\| (\d+) .*\| 1\/(\d+)/gm)].map(([, ...numbers]) =>
    numbers.map(Number),
  )
  expect(stated).toEqual(counts.map((classes) => [classes, classes]))
  for (const classes of counts) {
    const right = gradient(classes, (z) => losses.softmaxCrossEntropy(corner(classes), z))
    const double = gradient(classes, (z) => losses.softmaxCrossEntropy(corner(classes), tf.softmax(z)))
    for (const [at, entry] of double.entries()) expect(entry / right[at]!).toBeCloseTo(1 / classes, 5)
  }
})

it('states what accuracy softmax twice costs, as it was measured', () => {
  const { text } = readPage('probabilities-as-logits')
  const stated = [...text.matchAll(/^\| \d+ +\| (?:SGD|Adam) .*$/gm)].map(([line]) => cells(line))
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  const measured = pairsOf(doubleSoftmax.rows).map(([scores, softmax]) => {
    const [early, late] = [[scores, softmax].map(({ accuracy }) => accuracy['5']), [scores, softmax].map(last)]
    const losses = [scores, softmax].map(({ loss }) => loss.toFixed(2))
    return [String(scores.classes), scores.optimizer, ...[...early, ...late].map(percent), ...losses]
  })
  expect(stated).toEqual(measured)
  // What the text makes of them.
  const points = (at: number) => Math.round(100 * (last(pairsOf(doubleSoftmax.rows)[at]![0]) - last(pairsOf(doubleSoftmax.rows)[at]![1])))
  expect(text).toContain(`falls by\n${points(5)} points with Adam and by ${points(4)} with SGD`)
})

it('states that a row and its multiple cost the same under categoricalCrossentropy', () => {
  const loss = compiledLoss('categoricalCrossentropy')
  expect(one(loss(corner(2), tf.tensor2d([[0.2, 0.1]])))).toBeCloseTo(one(loss(corner(2), tf.tensor2d([[0.8, 0.4]]))), 6)
})

type Trained = (typeof doubleSoftmax.rows)[number]

/** Trainings on scores, each with that on their softmax. */
function pairsOf(rows: readonly Trained[]): [Trained, Trained][] {
  return rows
    .filter(({ input }) => input === 'scores')
    .map((row) => [row, rows.find((each) => each.input === 'softmax' && each.classes === row.classes && each.optimizer === row.optimizer)!])
}

/** Epochs are in ascending order. */
function last({ accuracy }: Trained): number {
  return Object.values(accuracy).at(-1)!
}

function cells(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}

function unique(numbers: readonly string[]): string[] {
  return [...new Set(numbers)].sort()
}
