import { describe, expect, it } from 'vitest'
import { isLoss } from '../../src/contracts/contract.js'
import { contractById } from '../../src/contracts/index.js'
import { torch } from '../../src/contracts/torch.js'
import { sigmoidFloor, softmaxCeiling, softmaxFloor } from '../../src/numbers/bounds.js'
import { messagesIn, numbersIn } from './quoted.js'
import { batch, tf } from './tf.js'
import golden from './torch-golden.json' with { type: 'json' }

const values: Record<string, number | string> = golden.values
const losses = torch.entries.filter(isLoss)
const functionals = losses.filter((each) => each.name.startsWith('nn.functional.'))
const last = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** Pages whose facts were recorded; CTC has no facts beyond its arguments. */
const recorded = functionals.filter((each) => each.silent)

describe('the pages of PyTorch losses', () => {
  it.each(recorded.map((each) => [last(each.name), each] as const))('%s states recorded values', (name, each) => {
    const known = Object.entries(values)
      .filter(([call]) => call.startsWith(`${name}(`))
      .map(([, value]) => (typeof value === 'number' ? value.toFixed(4) : value))
    expect(known.length).toBeGreaterThan(2)
    expect(known).toEqual(expect.arrayContaining((each.silent ?? []).flatMap(numbersIn)))
  })

  it.each(recorded.map((each) => [last(each.name), each] as const))('%s quotes recorded refusals', (name, each) => {
    const messages = Object.entries(golden.refusals).flatMap(([call, message]) => (call.startsWith(`${name}:`) ? [message] : []))
    const quoted = (each.raises ?? []).flatMap(messagesIn)
    expect(quoted.length).toBeGreaterThan(0)
    for (const pattern of quoted) expect(messages).toContainEqual(expect.stringMatching(pattern))
  })

  it.each(Object.entries(golden.signatures))('%s takes its arguments in order', (name, signature) => {
    expect(contractById(`torch#nn.functional.${name}`)?.takes.map((each) => each.name)).toEqual(signature)
  })

  it('both forms of a loss take and do the same', () => {
    for (const functional of functionals) {
      const { id: _, name: __, source: ___, depends, ...facts } = functional
      const module = losses.find((each) => each !== functional && each.takes === functional.takes)
      expect(module).toMatchObject(facts)
      expect(module!.depends?.option).toBe(depends?.option)
    }
  })
})

describe('recorded values', () => {
  it.each([
    ['nn.CrossEntropyLoss', 'cross_entropy(logits, classes)'],
    ['nn.NLLLoss', 'nll_loss(log probabilities, classes)'],
    ['nn.BCELoss', 'binary_cross_entropy(probabilities, one-hot)'],
    ['nn.BCEWithLogitsLoss', 'binary_cross_entropy_with_logits(logits, one-hot)'],
    ['nn.KLDivLoss', 'kl_div(log probabilities, one-hot)'],
    ['nn.NLLLoss2d', 'nll_loss(log probabilities, classes)'],
    ['nn.KLDivLoss(log_target=True)', 'kl_div(log_target=True)(log probabilities, probabilities)'],
    ['nn.SoftMarginLoss', 'soft_margin_loss(logits, -1 or 1)'],
    ['nn.MultiLabelSoftMarginLoss', 'multilabel_soft_margin_loss(logits, one-hot)'],
  ] as const)('%s is %s', (module, call) => expect(golden.modules[module]).toBe(values[call]))

  it('agree with TensorFlow.js on the reference batch', () => {
    const loss = (prediction: number[][]) => tf.losses.softmaxCrossEntropy(batch.oneHot, prediction).dataSync()[0]!
    expect(values['cross_entropy(logits, classes)']).toBeCloseTo(loss(batch.logits), 6)
    expect(values['cross_entropy(probabilities, classes)']).toBeCloseTo(loss(batch.probabilities), 6)
  })

  it('one-hot targets give the value of class indices, but for class weights', () => {
    expect(values['cross_entropy(logits, one-hot)']).toBe(values['cross_entropy(logits, classes)'])
    expect(values['cross_entropy(logits, classes, weight)']).toBeCloseTo(0.738879, 6)
    expect(values['cross_entropy(logits, one-hot, weight)']).toBeCloseTo(1.108318, 6)
  })

  it('log-softmax changes nothing; one column is 0 without a gradient; nothing left to average is NaN', () => {
    expect(values['cross_entropy(log-softmax, classes)']).toBe(values['cross_entropy(logits, classes)'])
    expect(values['cross_entropy(one column, 0)']).toBe(0)
    expect(values['cross_entropy(one column, float)']).toBeCloseTo(0, 12)
    expect(golden['gradient of one column']).toEqual([0, 0])
    for (const call of ['cross_entropy(logits, all ignored)', 'cross_entropy(logits, weights 0)', 'nll_loss(all ignored)'])
      expect(values[call]).toBe('nan')
    expect(values['cross_entropy(logits, all ignored, sum)']).toBe(0)
  })

  it('what passes silently does pass', () => {
    for (const call of [
      'cross_entropy([N, T, C] with T = C)',
      'cross_entropy(logits, negative soft target)',
      'binary_cross_entropy(probabilities, 2)',
      'binary_cross_entropy_with_logits(logits, 2)',
      'kl_div([N, C], [N, 1])',
    ])
      expect(values[call]).toBeTypeOf('number')
    expect(values['kl_div(probabilities, one-hot)']).toBeLessThan(0)
    expect(values['kl_div(logits, one-hot)']).toBeLessThan(0)
    expect(values['kl_div(log probabilities, log target)']).toBe('nan')
    expect(values['kl_div(one-hot, log probabilities)']).toBe('nan')
    const rows = values['kl_div(log probabilities, probabilities, batchmean)'] as number
    expect(values['kl_div(log probabilities, probabilities, mean)']).toBeCloseTo(rows / 3, 6)
  })

  it('log_target decides which target is right', () => {
    for (const name of ['nn.functional.kl_div', 'nn.KLDivLoss']) {
      const { depends } = contractById(`torch#${name}`)!
      expect(contractById(depends!.on.true!)?.takes[1]).toMatchObject({ role: 'target', wants: ['log-probabilities'] })
    }
    expect(values['kl_div(log_target=True)(log probabilities, log probabilities)']).toBe(0)
    expect(values['kl_div(log_target=True)(probabilities, log probabilities)']).toBeLessThan(0)
    expect(values['kl_div(log_target=True)(logits, log probabilities)']).toBeLessThan(0)
  })

  it('a soft margin of -1 and 1 is the binary cross-entropy of 0 and 1', () => {
    expect(values['soft_margin_loss(logits, -1 or 1)']).toBeCloseTo(
      values['binary_cross_entropy_with_logits(logits, one-hot)'] as number,
      6,
    )
    expect(values['soft_margin_loss([N, C], [C])']).toBeTypeOf('number')
  })

  it('the ignore index of the pages is the one that PyTorch skips', () => {
    expect(contractById('torch#nn.CrossEntropyLoss')?.ignoreIndex).toBe(-100)
    expect(contractById('torch#nn.NLLLoss')?.ignoreIndex).toBe(-100)
  })
})

describe('bounds', () => {
  it.each(Object.entries(golden.floors))('softmaxFloor(%s)', (classes, floor) => {
    expect(softmaxFloor(Number(classes), 0)).toBeCloseTo(floor, 12)
    const row = [1, ...Array(Number(classes) - 1).fill(0)]
    expect(tf.losses.softmaxCrossEntropy([row], [row]).dataSync()[0]).toBeCloseTo(floor, 5)
  })

  it.each(Object.entries(golden.ceilings))('softmaxCeiling(%s) is the floor and 1', (classes, ceiling) => {
    expect(softmaxCeiling(Number(classes))).toBeCloseTo(ceiling, 12)
    expect(softmaxCeiling(Number(classes)) - softmaxFloor(Number(classes), 0)).toBeCloseTo(1, 12)
  })

  it.each(Object.entries(golden['floors with smoothing 0.1']))('softmaxFloor(%s, 0.1)', (classes, floor) => {
    expect(softmaxFloor(Number(classes), 0.1)).toBeCloseTo(floor, 12)
  })

  it.each(golden['least inside'] as [number, number, number][])(
    'softmaxFloor(%s, %s) is the least of all rows',
    (classes, smoothing, least) => {
      expect(softmaxFloor(classes, smoothing)).toBeCloseTo(least, 6)
    },
  )

  it('softmaxFloor is continuous where the least leaves the corner', () => {
    const edge = 1 - (Math.E - 1) / (Math.E + 2)
    expect(softmaxFloor(3, edge + 1e-9)).toBeCloseTo(softmaxFloor(3, edge - 1e-9), 8)
  })

  it('sigmoidFloor is the mean of what positives and negatives cost at least', () => {
    expect(sigmoidFloor(1)).toBeCloseTo(values['binary_cross_entropy_with_logits(1, 1)'] as number, 6)
    expect(sigmoidFloor(0)).toBeCloseTo(values['binary_cross_entropy_with_logits(0, 0)'] as number, 6)
    expect(sigmoidFloor(1 / 3)).toBeCloseTo(tf.losses.sigmoidCrossEntropy([[1, 0, 0]], [[1, 0, 0]]).dataSync()[0]!, 6)
  })
})
