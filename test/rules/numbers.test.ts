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

  it('is right that a divergence is then never above 0', () => {
    const [P, Q] = [tf.softmax(tf.randomNormal([200, 5], 0, 2, 'float32', 1)), tf.softmax(tf.randomNormal([200, 5], 0, 2, 'float32', 2))]
    const divergence = (input: tf.Tensor): number[] => Array.from(Q.mul(Q.log().sub(input)).sum(1).dataSync())
    expect(Math.max(...divergence(P))).toBeLessThanOrEqual(0)
    expect(Math.min(...divergence(P.log()))).toBeGreaterThanOrEqual(0)
    expect(golden.values['kl_div(probabilities, same probabilities)']).toBeLessThan(0)
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
