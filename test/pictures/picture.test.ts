import { describe, expect, it } from 'vitest'
import type { Picture } from '../../src/report.js'
import { drawing } from '../../src/reporters/drawing.js'
import { inspectLoss } from '../../src/runtime/index.js'
import { batch, tf } from '../contracts/tf.js'

function picture(inspection: Omit<Parameters<typeof inspectLoss>[0], 'loss'>, loss = 'torch.nn.CrossEntropyLoss'): Picture {
  return inspectLoss({ loss, ...inspection }).uses[0]!.picture!
}

const { probabilities, logits, classes, oneHot } = batch

describe('the loss in a picture', () => {
  it.each([
    ['probabilities and classes', probabilities, classes],
    ['probabilities and one-hot rows', probabilities, oneHot],
    ['logits and classes', logits, classes],
    ['logits and one-hot rows', logits, oneHot],
  ])('is what tfjs returns for %s', (_, prediction, target) => {
    const { loss } = picture({ prediction, target })
    const returned = tf.losses.softmaxCrossEntropy(tf.tensor2d(oneHot), tf.tensor2d(prediction)).dataSync()[0]!
    expect(loss?.value).toBeCloseTo(returned, 6)
    expect(loss).toMatchObject({ given: false, uniform: Math.log(3) })
  })

  it('leaves out what the loss ignores, and is not computed where weights count', () => {
    const some = picture({ prediction: [...logits, [9, 0, 0]], target: [...classes, -100] })
    expect(some.loss?.value).toBeCloseTo(picture({ prediction: logits, target: classes }).loss!.value!, 12)
    expect(picture({ prediction: logits, target: classes, weights: [1, 2, 3] }).loss?.value).toBeUndefined()
  })

  it('is what was returned, where that is known', () => {
    expect(picture({ prediction: logits, target: classes, value: 1.25 }).loss).toMatchObject({ value: 1.25, given: true })
  })

  it('is that of a sigmoid loss, and of a likelihood', () => {
    const sigmoid = picture({ prediction: logits, target: oneHot }, 'torch.nn.BCEWithLogitsLoss')
    expect(sigmoid.loss?.value).toBeCloseTo(tf.losses.sigmoidCrossEntropy(tf.tensor2d(oneHot), tf.tensor2d(logits)).dataSync()[0]!, 6)
    expect(picture({ prediction: probabilities, target: classes }, 'torch.nn.NLLLoss').loss?.value).toBeCloseTo(-0.5, 12)
  })
})

describe('the rows of a picture', () => {
  it('are summed along the class axis, wherever it is', () => {
    const last = picture({
      prediction: [
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      ],
      target: [[0, 1]],
    })
    expect([last.rows, last.drawn, last.classes]).toEqual([2, 2, 3])
    expect(last.rowSums?.counts.reduce((a, b) => a + b)).toBe(2)
    expect([last.rowSums?.from, last.rowSums?.to]).toEqual([0, 12])
  })

  it('speak loudest where what they cost is farthest from their cross-entropy', () => {
    const { loudest } = picture({
      prediction: [
        [0.2, 0.4, 0.4],
        [0.98, 0.01, 0.01],
      ],
      target: [0, 0],
    })
    expect(loudest.map(({ row }) => row)).toEqual([1, 0])
    expect(loudest[0]?.note).toBe(
      `costs ${(Math.log(Math.exp(0.98) + 2 * Math.exp(0.01)) - 0.98).toFixed(4)}, where its cross-entropy is ${(-Math.log(0.98)).toFixed(4)}`,
    )
  })

  it('are those with no numbers, where there are any', () => {
    const { loudest } = picture({
      prediction: [
        [1, 2],
        [Number.NaN, Infinity],
      ],
      target: [0, 0],
    })
    expect(loudest).toEqual([{ row: 1, entries: [null, null], note: 'holds NaN at 0' }])
  })

  it('are those with a label of no class, where there are any', () => {
    const prediction = [1, 2, 3, 4].map((each) => [each, -each])
    const labels = { prediction, target: [0, 255, 2, -100] }
    expect(picture(labels).loudest).toEqual([
      { row: 1, entries: [2, -2], target: 255, note: 'there is no class 255' },
      { row: 2, entries: [3, -3], target: 2, note: 'there is no class 2' },
    ])
    expect(picture({ ...labels, target: [0, 255, 1, 255], options: { ignore_index: 255 } }).loudest.map(({ row }) => row)).toEqual([2, 0])
  })

  it('tell the class of labels that are one-hot', () => {
    const prediction = [
      [1, 2, 3],
      [3, 2, 1],
      [0, 1, 0],
    ]
    const target = [
      [0, 1, 0],
      [0, 0, 1],
      [0.5, 0.5, 0],
    ]
    const { loudest } = picture({ prediction, target }, 'tf.losses.softmaxCrossEntropy')
    expect(loudest.map(({ row, target }) => [row, target])).toEqual([
      [1, 2],
      [0, 1],
      [2, undefined],
    ])
  })

  it('are a part of many, and the drawing says so', () => {
    const rows = 1_500_000
    const many = picture({ prediction: { data: new Float32Array(rows * 2), shape: [rows, 2] }, target: new Int32Array(rows) })
    expect([many.rows, many.drawn]).toEqual([rows, 1 << 19])
    expect(drawing(many, false)).toContain(`  drawn from ${1 << 19} of ${rows} rows`)
  })
})

it('a picture is closed under JSON, also with infinities', () => {
  const odd = picture({
    prediction: [
      [1, -Infinity],
      [Number.NaN, 3],
    ],
    target: [0, 1],
  })
  expect(JSON.parse(JSON.stringify(odd))).toEqual(odd)
  expect(drawing(odd, false).length).toBeGreaterThan(0)
})

describe('a drawing', () => {
  const drawn = (terminal: boolean) => drawing(picture({ prediction: probabilities, target: classes }), terminal)

  it('is ASCII within 80 columns', () => {
    const wild = picture({ prediction: [[1.23456789e-300, -9.87654321e300]], target: [0] })
    for (const line of [...drawn(false), ...drawing(wild, false)]) expect(line).toMatch(/^[ -~]{1,80}$/)
  })

  it('has blocks on a terminal, of the same width', () => {
    expect(drawn(true).join('')).toMatch(/[▁-█].*[━┿●]/)
    expect(drawn(true).map((line) => line.length)).toEqual(drawn(false).map((line) => line.length))
  })
})
