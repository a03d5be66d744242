import { describe, expect, it } from 'vitest'
import { readJson } from '../../src/stored/json.js'

const read = (text: string) => readJson('a.json', text)
const entries = async (text: string, name: string) => {
  const { shape, read: part } = await read(text).open(name)
  return [shape, [...(part(0, shape[0] ?? 1) as number[])]]
}

describe('JSON files', () => {
  it('hold tensors by name, and beside them what the call was given', async () => {
    const text = '{ "loss": "F.cross_entropy", "logits": [[1, 2], [3, 4]], "weight": [1], "options": { "ignore_index": 0 }, "value": 2 }'
    expect(read(text)).toMatchObject({ loss: 'F.cross_entropy', options: { ignore_index: 0 }, value: 2, names: ['logits', 'weight'] })
    expect(await entries(text, 'logits')).toEqual([
      [2, 2],
      [1, 2, 3, 4],
    ])
  })

  it('may hold what Python writes for numbers that are not finite', async () => {
    expect(await entries('{ "prediction": [[NaN, -Infinity], [Infinity, 1]] }', 'prediction')).toEqual([
      [2, 2],
      [Number.NaN, -Infinity, Infinity, 1],
    ])
  })

  it('take a name of every object for a name', async () => {
    expect(read('{ "__proto__": [1], "constructor": [2], "toString": [3] }').names).toEqual(['__proto__', 'constructor', 'toString'])
    expect(await entries('{ "__proto__": [1] }', '__proto__')).toEqual([[1], [1]])
  })

  it('have places for their names', () => {
    const { place } = read('{\n  "logits": [[1]],\n  "target": [0] }')
    expect(place?.('logits')).toEqual({ file: 'a.json', line: 2, column: 3, endLine: 2, endColumn: 11 })
    expect(place?.('target')).toEqual({ file: 'a.json', line: 3, column: 3, endLine: 3, endColumn: 11 })
    expect(place?.('weights')).toBeUndefined()
  })

  it.each([
    ['[1]', 'holds no object; expected { "loss": "torch.nn.CrossEntropyLoss", "prediction": [[…]], "target": […] }'],
    ['{ "prediction": [[1]], "loss": 0.5 }', 'has a "loss" that is no name; the value of the loss goes under "value"'],
    ['{ "prediction": [[1]], "value": "x" }', 'has a "value" that is no number'],
    ['{ "prediction": [[1]], "options": [] }', 'has "options" that are no object'],
    ['{ "a": [{ "b": 1, "b": 2 }], "c": 1, "\\u0061": 2 }', 'has the key "a" twice; leave one of them out'],
    ['{ "prediction": [[1]', /^does not parse: /],
    ['{ "prediction": [[NaN]', /^does not parse: /],
  ])('are refused with what was expected: %s', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})
