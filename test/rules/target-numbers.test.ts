import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { batch, compiledLoss, tf } from '../contracts/tf.js'
import contractGolden from '../contracts/torch-golden.json' with { type: 'json' }
import golden from './torch-golden.json' with { type: 'json' }

const { losses, metrics } = tf
const P = tf.tensor2d(batch.probabilities)
const Z = tf.tensor2d(batch.logits)
const O = tf.tensor2d(batch.oneHot)

const one = (tensor: unknown): number => (tensor as tf.Tensor).dataSync()[0]!
const all = (tensor: unknown): number[] => Array.from((tensor as tf.Tensor).dataSync())
const fixed = (tensor: unknown): string => one(tensor).toFixed(4)

/** What the rule says of the data. */
function why(rule: string, data: object): string {
  return rules.find((each) => each.name === rule)!.say({ value: 'x', callee: 'f', smoothing: 0, ...data }).why
}

describe('shapes', () => {
  it('are refused, or broadcast without a word', () => {
    expect(() => losses.sigmoidCrossEntropy([1, 0], [[1], [0]])).toThrow('must match')
    expect(metrics.categoricalCrossentropy(tf.ones([8, 1]), tf.ones([8, 3])).shape).toEqual([8])
    expect(golden['shape of kl_div([8, 3], [1, 3])']).toEqual([8, 3])
    expect(golden.refusals['[N, 1] classes']).toContain('multi-target not supported')
    expect(golden.refusals['[N, T, C] logits, [N, T] classes']).toContain('Expected target size [2, 3], got [2, 5]')
    expect(contractGolden.values['cross_entropy([N, T, C] with T = C)']).toBeGreaterThan(0)
  })
})

describe('wrong-softmax-axis', () => {
  it('is right that another row changes the loss of a row', () => {
    const loss = (other: number) => {
      const columns = tf
        .softmax(
          tf
            .tensor2d([
              [1, 2],
              [0, other],
            ])
            .transpose(),
        )
        .transpose()
      return all(
        compiledLoss('categoricalCrossentropy')(
          tf.tensor2d([
            [1, 0],
            [0, 1],
          ]),
          columns,
        ),
      )[0]
    }
    expect(loss(0)).not.toBeCloseTo(loss(5)!, 2)
    expect(golden.values['cross_entropy(log-softmax over the batch, classes)']).not.toBeCloseTo(
      golden.values['cross_entropy(logits, classes)'],
      2,
    )
  })
})

describe('targets', () => {
  it('target-out-of-range: torch stops, tfjs counts the row as 0', () => {
    expect(golden.refusals['index 3 of 3 classes']).toBe('IndexError: Target 3 is out of bounds.')
    expect(golden.refusals['index -1']).toBe('IndexError: Target -1 is out of bounds.')
    expect(Math.abs(one(compiledLoss('sparseCategoricalCrossentropy')(tf.tensor1d([3]), P.slice([0, 0], [1, 3]))))).toBe(0)
  })

  it('target-ignored: the mean is NaN', () => {
    expect(one(losses.softmaxCrossEntropy(O, Z, [0, 0]))).toBeNaN()
    expect(contractGolden.values['cross_entropy(logits, all ignored)']).toBe('nan')
  })

  it('one-hot-as-indices: the same value, except with class weights', () => {
    const values = contractGolden.values
    expect(values['cross_entropy(logits, one-hot)']).toBe(values['cross_entropy(logits, classes)'])
    expect(values['cross_entropy(logits, classes, weight)'].toFixed(4)).toBe('0.7389')
    expect(values['cross_entropy(logits, one-hot, weight)'].toFixed(4)).toBe('1.1083')
    expect(contractGolden.refusals['cross_entropy: one-hot integers']).toContain('Expected floating point type')
  })

  it('indices-as-one-hot: refused', () => {
    expect(() => losses.softmaxCrossEntropy(tf.tensor1d([1, 0]) as tf.Tensor, Z as tf.Tensor)).toThrow('must match')
  })

  it.each([2, 3])('target-not-distribution: states the least loss of %i ones', (ones) => {
    const labels = tf.tensor2d([[1, 1, 1, 0].map((_, c) => Number(c < ones))])
    const best = losses.softmaxCrossEntropy(labels, labels.mul(60))
    expect(why('target-not-distribution', { fault: 'multi-hot', number: ones })).toContain(fixed(best))
  })

  it('target-not-distribution: sums multiply, negative weights fall without bound', () => {
    expect(one(losses.softmaxCrossEntropy(O.mul(2), Z))).toBeCloseTo(2 * one(losses.softmaxCrossEntropy(O, Z)), 5)
    const at = (score: number) => one(losses.softmaxCrossEntropy([[1, -0.1]], [[score, 0]]))
    expect(at(2000)).toBeLessThan(at(200))
    expect(at(200)).toBeLessThan(-10)
  })

  it('target-not-binary: falls without bound', () => {
    expect(one(losses.sigmoidCrossEntropy([2], [100]))).toBeCloseTo(-100, 3)
    expect(one(losses.sigmoidCrossEntropy([-1], [-100]))).toBeCloseTo(-100, 3)
    expect(golden.values['binary_cross_entropy_with_logits(100, -1)']).toBeCloseTo(-100, 3)
  })
})

describe('values', () => {
  it('non-finite-input: one entry spoils the mean', () => {
    const spoilt = (entry: number) =>
      one(
        losses.softmaxCrossEntropy(
          [
            [1, 0],
            [0, 1],
          ],
          [
            [entry, 0],
            [1, 2],
          ],
        ),
      )
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(spoilt).some(Number.isFinite)).toBe(false)
    expect(spoilt(Number.NaN)).toBeNaN()
    expect(one(losses.softmaxCrossEntropy([[0, 1]], [[Number.NEGATIVE_INFINITY, 0]]))).toBeNaN()
    expect(golden.values['cross_entropy(logits with inf, classes)']).toBe('nan')
    expect(golden.values['cross_entropy(masked logits, one-hot)']).toBe('nan')
    expect(golden.values['cross_entropy(masked logits, classes)']).toBeGreaterThan(0)
  })

  it('saturated-logits: exactly 0, or at least the gap', () => {
    const gap = 25 * Math.LN2 + 1e-3
    expect(Math.abs(one(losses.softmaxCrossEntropy([[1, 0]], [[gap, 0]])))).toBe(0)
    expect(one(losses.softmaxCrossEntropy([[0, 1]], [[gap, 0]]))).toBeGreaterThanOrEqual(Math.fround(gap))
    expect(golden.values['cross_entropy(gap 200, right class)']).toBe(0)
    expect(golden.values['cross_entropy(gap 200, wrong class)']).toBe(200)
  })

  it('constant-prediction: not below the entropy of the class frequencies', () => {
    const labels = tf.tensor2d([
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
    ])
    const entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25))
    const at = (score: number) => one(losses.softmaxCrossEntropy(labels, tf.tile(tf.tensor2d([[score, 0]]), [4, 1])))
    expect(at(Math.log(3))).toBeCloseTo(entropy, 6)
    for (const score of [-2, 0, 1, 2, 5]) expect(at(score)).toBeGreaterThan(entropy)
  })

  it('negative-loss: divergences of log-probabilities are not negative, those of probabilities are', () => {
    expect(contractGolden.values['kl_div(log probabilities, probabilities, batchmean)']).toBeGreaterThan(0)
    expect(golden.values['kl_div(probabilities, same probabilities)']).toBeLessThan(0)
  })

  it('swapped-arguments: another value', () => {
    expect(fixed(losses.softmaxCrossEntropy(Z, O))).toBe('1.5426')
    expect(fixed(losses.softmaxCrossEntropy(O, Z))).toBe('1.0369')
    expect(contractGolden.values['cross_entropy(one-hot, logits)'].toFixed(4)).toBe('1.5426')
  })

  it('bad-option: refused by torch', () => {
    expect(golden.refusals['reduction average']).toBe('ValueError: average is not a valid value for reduction')
    expect(golden.refusals['label_smoothing 1.5']).toContain('label_smoothing must be between 0.0 and 1.0')
    expect(golden.refusals['4 weights of 3 classes']).toContain('weight tensor should be defined either for all 3 classes')
  })
})
