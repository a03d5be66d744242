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
const corner = (classes: number): tf.Tensor => tf.oneHot(tf.tensor1d([0], 'int32'), classes).toFloat()

/** What the rule says of the data. */
function why(rule: string, data: object): string {
  return rules.find((each) => each.name === rule)!.say({ value: 'x', callee: 'f', smoothing: 0, ...data }).why
}

describe('probabilities-as-logits', () => {
  it.each([2, 3, 4, 10, 100])('states the floor of %i classes that tfjs and torch return for a perfect row', (classes) => {
    const stated = why('probabilities-as-logits', { got: 'distribution', applies: 'softmax', classes })
    expect(stated).toContain(` ${fixed(losses.softmaxCrossEntropy(corner(classes), corner(classes)))} = ln(1 + ${classes - 1}/e)`)
    expect(stated).toContain(contractGolden.floors[String(classes) as '3'].toFixed(4))
  })

  it.each([3, 10])('states the floor of %i classes under label smoothing', (classes) => {
    const stated = why('probabilities-as-logits', { got: 'distribution', applies: 'softmax', classes, smoothing: 0.1 })
    expect(stated).toContain(` ${fixed(losses.softmaxCrossEntropy(corner(classes), corner(classes), undefined, 0.1))} with`)
    expect(stated).toContain(contractGolden['floors with smoothing 0.1'][String(classes) as '3'].toFixed(4))
  })

  it('holds for sigmoid outputs too: no row in [0, 1] goes below', () => {
    const floor = one(losses.softmaxCrossEntropy(corner(3), corner(3)))
    for (let i = 0; i < 200; i++) {
      const row = tf.randomUniform([1, 3], 0, 1, 'float32', i)
      expect(one(losses.softmaxCrossEntropy(corner(3), row))).toBeGreaterThan(floor)
    }
  })

  it('states the floors of a sigmoid loss', () => {
    const stated = why('probabilities-as-logits', { got: 'probabilities', applies: 'sigmoid' })
    expect(stated).toContain(`${fixed(losses.sigmoidCrossEntropy([1], [1]))} for positives`)
    expect(stated).toContain(`${fixed(losses.sigmoidCrossEntropy([0], [0]))} for negatives`)
  })
})

describe('log-probabilities-as-logits', () => {
  it('is right that softmax cross-entropy gives the same value and gradient', () => {
    const loss = (z: tf.Tensor) => losses.softmaxCrossEntropy(O, z).asScalar()
    const redundant = (z: tf.Tensor) => loss(tf.logSoftmax(z))
    expect(one(redundant(Z))).toBeCloseTo(one(loss(Z)), 6)
    const [plain, twice] = [all(tf.grad(loss)(Z)), all(tf.grad(redundant)(Z))]
    for (const [i, entry] of twice.entries()) expect(entry).toBeCloseTo(plain[i]!, 6)
  })

  it('states the floor of a positive under sigmoid', () => {
    expect(why('log-probabilities-as-logits', { applies: 'sigmoid' })).toContain(fixed(losses.sigmoidCrossEntropy([1], [0])))
  })
})

describe('logits-as-probabilities', () => {
  it('is right that scores are refused, clipped without gradient, or NaN', () => {
    expect(contractGolden.refusals['binary_cross_entropy: logits']).toContain('between 0 and 1')
    expect(one(losses.logLoss(O, Z))).toBeNaN()
    const clipped = compiledLoss('binaryCrossentropy')
    expect(all(tf.grad((z: tf.Tensor) => clipped(tf.tensor2d([[1, 0]]), z).sum())(tf.tensor2d([[-2, 3]])))).toEqual([0, 0])
  })
})

describe('logits-as-log-probabilities', () => {
  it('is right that the loss falls as the scores grow', () => {
    expect(golden.values['nll_loss(100 * logits, classes)']).toBeCloseTo(100 * contractGolden.values['nll_loss(logits, classes)'], 3)
  })
})

describe('probabilities-as-log-probabilities', () => {
  it('is right that the loss is minus the mean target probability', () => {
    expect(golden.values['nll_loss(softmax, classes)']).toBeCloseTo(golden.values['minus mean target probability'], 6)
    expect(contractGolden.values['kl_div(probabilities, one-hot)']).toBeCloseTo(-(0.7 + 0.3) / 2, 6)
  })
})

describe('log-probabilities-as-probabilities', () => {
  const L = tf.logSoftmax(tf.tensor2d([[3, 1, 0]]))

  it('is right that the ranking is inverted', () => {
    const loss = compiledLoss('categoricalCrossentropy')
    const [best, middle, worst] = [0, 1, 2].map((c) => one(loss(tf.oneHot(tf.tensor1d([c], 'int32'), 3).toFloat(), L)))
    expect(best).toBeGreaterThan(middle!)
    expect(middle).toBeGreaterThan(worst!)
  })

  it('is right that other losses clip, refuse or return NaN', () => {
    const divergence = compiledLoss('kullbackLeiblerDivergence')
    expect(all(tf.grad((z: tf.Tensor) => divergence(corner(3), z).sum())(L))).toEqual([0, 0, 0])
    expect(golden.refusals['negative input of binary_cross_entropy']).toContain('between 0 and 1')
    expect(one(losses.logLoss(corner(3), L))).toBeNaN()
  })
})

describe('distribution-as-binary', () => {
  it('is right that the value is another one', () => {
    expect(fixed(losses.logLoss(O, P))).toBe('0.4594')
    expect(fixed(metrics.categoricalCrossentropy(O, P).mean())).toBe('0.7803')
  })
})

describe('double-activation', () => {
  const says = (data: object) => why('double-activation', { first: 'a', ...data })

  it.each([2, 3, 10])('states the greatest softmax of values in [0, 1] over %i classes', (classes) => {
    expect(says({ second: 'softmax', got: 'distribution', classes })).toContain(` ${fixed(tf.softmax(corner(classes)))} `)
  })

  it('states the range of sigmoid after an activation', () => {
    expect(says({ second: 'sigmoid', got: 'probabilities' })).toContain(`between ${one(tf.sigmoid(0))} and ${fixed(tf.sigmoid(1))}`)
    expect(says({ second: 'sigmoid', got: 'log-probabilities' })).toContain(`at or below ${one(tf.sigmoid(0))}`)
  })

  it('is right that softmax after log-softmax changes nothing', () => {
    const [once, twice] = [all(tf.softmax(Z)), all(tf.softmax(tf.logSoftmax(Z)))]
    for (const [i, entry] of twice.entries()) expect(entry).toBeCloseTo(once[i]!, 6)
  })
})

describe('bounded-logits', () => {
  const found = (facts: object, loss: string) =>
    why('bounded-logits', { by: 'g', low: null, high: null, ...facts, applies: loss === 'sigmoid' ? 'sigmoid' : 'softmax' })

  it('states the least loss of tanh over 10 classes', () => {
    const best = corner(10).mul(2).sub(1)
    const floor = one(losses.softmaxCrossEntropy(corner(10), best))
    expect(found({ classes: 10, floors: [Math.log1p(9 * Math.exp(-2))] }, 'softmax')).toContain(floor.toFixed(4))
  })

  it('states the least loss of a negative after relu', () => {
    expect(found({ floors: [0, Math.LN2] }, 'sigmoid')).toContain(fixed(losses.sigmoidCrossEntropy([0], [0])))
  })

  it('is right that a row cut to 0 has loss ln C and no gradient', () => {
    const dead = tf.tensor2d([[-1, -2, -3]])
    const loss = (z: tf.Tensor) => losses.softmaxCrossEntropy(corner(3), tf.relu(z)).asScalar()
    expect(one(loss(dead))).toBeCloseTo(Math.log(3), 6)
    expect(all(tf.grad(loss)(dead)).map(Math.abs)).toEqual([0, 0, 0])
  })
})

describe('single-class-softmax', () => {
  it('is right that the loss is exactly 0 without gradient, 1.19e-7, or the prediction 1', () => {
    const scores = tf.tensor2d([[2], [-5]])
    const loss = (z: tf.Tensor) => losses.softmaxCrossEntropy(tf.tensor2d([[1], [1]]), z).asScalar()
    expect(Math.abs(one(loss(scores)))).toBe(0)
    expect(all(tf.grad(loss)(scores)).map(Math.abs)).toEqual([0, 0])
    expect(contractGolden.values['cross_entropy(one column, 0)']).toBe(0)
    expect(contractGolden['gradient of one column']).toEqual([0, 0])
    const divided = compiledLoss('categoricalCrossentropy')(tf.tensor2d([[1], [1]]), tf.tensor2d([[0.2], [0.9]]))
    expect(all(divided).map((loss) => loss.toExponential(2))).toEqual(['1.19e-7', '1.19e-7'])
    expect(all(tf.softmax(scores))).toEqual([1, 1])
  })
})

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
