import { describe, expect, it } from 'vitest'
import { type Inspection, inspectLoss } from '../../src/runtime/index.js'

const probabilities = [
  [0.1, 0.7, 0.2],
  [0.3, 0.4, 0.3],
]
const logits = [
  [1, 3, -1],
  [-0.5, 0.8, 0.3],
]
const logs = probabilities.map((row) => row.map(Math.log))
const oneHot = [
  [0, 1, 0],
  [1, 0, 0],
]
const indices = [1, 0]

function found(inspection: Inspection): string[] {
  const report = inspectLoss(inspection)
  expect(report.problems).toEqual([])
  return report.findings.map(({ severity, rule, certainty }) => `${severity} ${rule} ${certainty}`)
}

describe('inspectLoss', () => {
  it('explains the row of the forum', () => {
    const report = inspectLoss({ loss: 'torch.nn.CrossEntropyLoss', prediction: [[1, 0, 0]], target: [0], value: 0.5514 })
    expect(report.findings).toMatchObject([{ rule: 'probabilities-as-logits', certainty: 'likely', role: 'prediction' }])
    expect(report.findings[0]!.message.what).toBe('`input` holds a distribution, but `torch.nn.CrossEntropyLoss` expects logits.')
    expect(report.findings[0]!.message.why).toContain('0.5514 = ln(1 + 2/e)')
  })

  it.each([
    ['torch.nn.CrossEntropyLoss', probabilities, indices, ['error probabilities-as-logits likely']],
    ['F.cross_entropy', logits, indices, []],
    ['F.cross_entropy', logits, oneHot, ['info one-hot-as-indices likely']],
    ['F.nll_loss', probabilities, indices, ['error probabilities-as-log-probabilities likely']],
    ['F.nll_loss', logits, indices, ['error logits-as-log-probabilities proved']],
    ['F.nll_loss', logs, indices, []],
    ['F.cross_entropy', logs, indices, ['info log-probabilities-as-logits likely']],
    ['tf.losses.softmaxCrossEntropy', probabilities, oneHot, ['error probabilities-as-logits likely']],
    ['tf.losses.softmaxCrossEntropy', logits, oneHot, []],
    ['tf.losses.softmaxCrossEntropy', oneHot, logits, ['error swapped-arguments likely']],
    ['tf.losses.sigmoidCrossEntropy', logits, oneHot, []],
    ['tf.losses.sigmoidCrossEntropy', probabilities, oneHot, ['error probabilities-as-logits likely']],
    ['tf.losses.logLoss', logits, oneHot, ['error logits-as-probabilities proved']],
    ['categoricalCrossentropy', probabilities, oneHot, []],
    ['categoricalCrossentropy', logits, oneHot, ['error logits-as-probabilities proved']],
    ['sparseCategoricalCrossentropy', probabilities, [[1], [0]], []],
  ])('%s of %j and %j', (loss, prediction, target, expected) => {
    expect(found({ loss, prediction, target })).toEqual(expected)
  })

  it('takes flat data, options and weights', () => {
    const prediction = { data: Float32Array.from(logits.flat()), shape: [2, 3] }
    const target = { data: BigInt64Array.of(1n, 255n), shape: [2] }
    expect(found({ loss: 'F.cross_entropy', prediction, target })).toEqual(['error target-out-of-range proved'])
    expect(found({ loss: 'F.cross_entropy', prediction, target, options: { ignore_index: 255 } })).toEqual([])
    expect(found({ loss: 'F.cross_entropy', prediction, target: indices, weights: [1, 2] })).toEqual(['error bad-option proved'])
    expect(found({ loss: 'F.cross_entropy', prediction, target: [-100, -100] })).toEqual(['warning target-ignored proved'])
  })

  it('does not take the returns of a policy gradient, on one-hot rows, for a fault', () => {
    const target = oneHot.map((row, i) => row.map((each) => each * (i ? -0.7 : 2.5)))
    expect(inspectLoss({ loss: 'tf.losses.softmaxCrossEntropy', prediction: logits, target }).uses[0]).toMatchObject({
      verdict: 'unknown',
      reason: 'it may be target-not-distribution, but its numbers also fit a right use',
    })
    const soft = target.map((row) => row.map((each) => each + 0.1))
    expect(found({ loss: 'tf.losses.softmaxCrossEntropy', prediction: logits, target: soft })).toEqual([
      'error target-not-distribution proved',
    ])
  })

  it('names what it did not understand', () => {
    expect(() => inspectLoss({ loss: 'torch.nn.CrossEntropyLos', prediction: logits })).toThrow(
      'loss: no loss is named "torch.nn.CrossEntropyLos"; the nearest is "torch.nn.CrossEntropyLoss"',
    )
    const given = { loss: 'F.cross_entropy', prediction: logits }
    expect(() => inspectLoss({ ...given, targets: indices } as never)).toThrow(
      "inspection: no option is named 'targets'; the nearest is 'target'",
    )
    expect(() => inspectLoss(undefined as never)).toThrow('inspection: expected an object, got undefined')
    expect(() => inspectLoss({ prediction: logits } as never)).toThrow('loss: expected the name of a loss')
    expect(() => inspectLoss({ loss: 'F.cross_entropy', prediction: [[1, 2], [3]] })).toThrow(/^prediction: expected arrays of length 2/)
    expect(inspectLoss({ loss: 'F.cross_entropy', prediction: [] as number[], target: [] }).uses[0]).toMatchObject({
      verdict: 'unknown',
      reason: 'the batch is empty',
    })
  })

  it('gives a report that survives JSON', () => {
    const report = inspectLoss({ loss: 'F.cross_entropy', prediction: probabilities, target: indices })
    expect(JSON.parse(JSON.stringify(report)).findings).toEqual(JSON.parse(JSON.stringify(report.findings)))
    expect(report.findings[0]!.fingerprint).toMatch(/^[0-9a-f]{16}$/)
  })
})
