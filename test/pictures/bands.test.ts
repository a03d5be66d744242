import { describe, expect, it } from 'vitest'
import { findContract } from '../../src/contracts/index.js'
import { bandsOf, type Circumstances } from '../../src/pictures/bands.js'
import type { Band } from '../../src/report.js'
import { tf } from '../contracts/tf.js'

type Reading = Band['reading']
type Loss = (target: tf.Tensor, input: tf.Tensor) => tf.Tensor

const { softmaxCrossEntropy, sigmoidCrossEntropy } = tf.losses as unknown as Record<string, (...args: unknown[]) => tf.Tensor>
const one = (tensor: tf.Tensor): number => tensor.dataSync()[0]!

/** Rows of each kind, flat and sharp ones. */
const inputs: Record<Reading, (classes: number, seed: number) => tf.Tensor> = {
  logits: (classes, seed) => tf.randomNormal([4, classes], 0, 1 + (seed % 7) * 5, 'float32', seed),
  probabilities: (classes, seed) => tf.softmax(inputs.logits(classes, seed)),
  'log-probabilities': (classes, seed) => tf.logSoftmax(inputs.logits(classes, seed)),
}

function labels(classes: number, seed: number): tf.Tensor {
  return tf.oneHot(tf.randomUniform([4], 0, classes, 'int32', seed), classes).toFloat()
}

const nll: Loss = (target, input) => target.mul(input).sum(-1).mean().neg()

const cases: [string, number, Partial<Circumstances>, Loss][] = [
  ...[2, 3, 10, 100].map((classes): (typeof cases)[number] => [
    'tf.losses.softmaxCrossEntropy',
    classes,
    {},
    (t, x) => softmaxCrossEntropy!(t, x),
  ]),
  ['tf.losses.softmaxCrossEntropy', 3, { smoothing: 0.1 }, (t, x) => softmaxCrossEntropy!(t, x, undefined, 0.1)],
  ['tf.losses.softmaxCrossEntropy', 10, { smoothing: 0.3 }, (t, x) => softmaxCrossEntropy!(t, x, undefined, 0.3)],
  ['tf.losses.sigmoidCrossEntropy', 5, { positives: 1 / 5 }, (t, x) => sigmoidCrossEntropy!(t, x)],
  ['torch.nn.NLLLoss', 4, {}, nll],
]

describe.each(cases)('%s of %i classes, %o', (name, classes, circumstances, loss) => {
  const bands = bandsOf(findContract(name)!, { classes, smoothing: 0, ...circumstances })

  it.each(bands)('cannot leave its band when given $reading', ({ reading, least, greatest }) => {
    for (let seed = 0; seed < 40; seed++) {
      const value = one(loss(labels(classes, seed), inputs[reading](classes, seed)))
      expect(value).toBeGreaterThanOrEqual((least ?? -Infinity) - 1e-5)
      expect(value).toBeLessThanOrEqual((greatest ?? Infinity) + 1e-5)
    }
  })

  it('reaches the ends of what probabilities can cost', () => {
    const { least, greatest } = bands.find(({ reading }) => reading === 'probabilities')!
    const target = tf.oneHot(tf.tensor1d([0], 'int32'), classes).toFloat()
    // Under a sigmoid each entry stands alone, so that the worst row is wrong everywhere.
    const wrong = circumstances.positives === undefined ? tf.oneHot(tf.tensor1d([1], 'int32'), classes).toFloat() : tf.sub(1, target)
    expect(one(loss(target, target))).toBeCloseTo(least!, 5)
    expect(one(loss(target, wrong))).toBeCloseTo(greatest!, 5)
  })
})

it('says nothing of losses on a scale of their own', () => {
  const contract = { ...findContract('tf.losses.softmaxCrossEntropy')!, weighted: true as const }
  expect(bandsOf(contract, { classes: 3, smoothing: 0 })).toEqual([])
})
