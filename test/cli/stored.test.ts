import { describe, expect, it } from 'vitest'
import { readStored } from '../../src/cli/stored.js'

const read = (text: string) => readStored('a.json', text)

describe('stored tensors', () => {
  it.each([
    ['{ "prediction": [1], "target": [2] }'],
    ['{ "logits": [1], "labels": [2] }'],
    ['{ "input": [1], "y": [2] }'],
    ['{ "output": [1], "target": [2] }'],
    ['{ "scores": [1], "y_true": [2] }'],
  ])('are known by the names people give them: %s', (text) => {
    expect(read(text).arguments).toEqual({ prediction: [1], target: [2] })
  })

  it('come with what the call was given beside them', () => {
    const { loss, arguments: rest } = read(
      '{ "loss": "F.cross_entropy", "prediction": [[1]], "weight": [1], "options": { "ignore_index": 0 }, "value": 2 }',
    )
    expect(loss).toBe('F.cross_entropy')
    expect(rest).toEqual({ prediction: [[1]], weights: [1], options: { ignore_index: 0 }, value: 2 })
  })

  it('may hold what Python writes for numbers that are not finite', () => {
    expect(read('{ "prediction": [[NaN, -Infinity], [Infinity, 1]], "target": [0, 1] }').arguments.prediction).toEqual([
      [Number.NaN, -Infinity],
      [Infinity, 1],
    ])
  })

  it('have places in their file', () => {
    const stored = read('{\n  "logits": [[1]],\n  "target": [0] }')
    expect(stored.place('prediction')).toEqual({ file: 'a.json', line: 2, column: 3, endLine: 2, endColumn: 11 })
    expect(stored.place('target')).toEqual({ file: 'a.json', line: 3, column: 3, endLine: 3, endColumn: 11 })
    expect(stored.place('weights')).toBeUndefined()
  })

  it.each([
    ['[1]', 'holds no object; expected { "loss": "torch.nn.CrossEntropyLoss", "prediction": [[…]], "target": […] }'],
    ['{ "target": [0] }', 'has no "prediction"; expected { "loss": "torch.nn.CrossEntropyLoss", "prediction": [[…]], "target": […] }'],
    ['{ "prediction": [[1]], "loss": 0.5 }', 'has a "loss" that is no name; the value of the loss goes under "value"'],
    ['{ "prediction": [[1]', /^does not parse: /],
  ])('are refused with what was expected: %s', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})
