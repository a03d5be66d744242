import type { Place } from '../place.js'
import { type Tensorish, valuesOf } from '../runtime/tensors.js'
import { duplicateKey } from './json-keys.js'
import type { StoredFile, StoredTensor } from './stored.js'

/**
 * A JSON object of tensors as nested arrays, or as `{ data, shape }`; beside them it may hold `loss`, the loss's name, the
 * `options` that it was given, and `value`, what it returned. Throws an error that says what is wrong.
 */
export function readJson(file: string, text: string): StoredFile {
  const record = parse(text)
  if (typeof record !== 'object' || record === null || Array.isArray(record)) throw new Error(`holds no object; ${expected}`)
  const twice = duplicateKey(text)
  if (twice !== undefined) throw new Error(`has the key ${JSON.stringify(twice)} twice; leave one of them out`)
  const held = new Map(Object.entries(record))
  const beside = { loss: held.get('loss'), options: held.get('options'), value: held.get('value') }
  if (beside.loss !== undefined && typeof beside.loss !== 'string')
    throw new Error('has a "loss" that is no name; the value of the loss goes under "value"')
  if (beside.value !== undefined && typeof beside.value !== 'number') throw new Error('has a "value" that is no number')
  if (beside.options !== undefined && !isRecord(beside.options)) throw new Error('has "options" that are no object')
  return {
    names: [...held.keys()].filter((name) => !Object.hasOwn(beside, name)),
    open: async (name) => tensor(name, held.get(name)),
    ...(beside as Pick<StoredFile, 'loss' | 'options' | 'value'>),
    place: (name) => keyPlace(file, text, name),
    close: () => {},
  }
}

export const expected = 'expected { "loss": "torch.nn.CrossEntropyLoss", "prediction": [[…]], "target": […] }'

function tensor(name: string, given: unknown): StoredTensor {
  const { data, shape, dtype } = valuesOf(given as Tensorish, name)
  const inner = shape.slice(1).reduce((product, size) => product * size, 1)
  return { shape, dtype, read: (from, to) => Array.prototype.slice.call(data, from * inner, to * inner) }
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Python's `json.dump` writes NaN and Infinity, which are no JSON, and which are just what has to be seen here. */
function parse(text: string): unknown {
  const plain = text.replace(/^\ufeff/, '')
  try {
    return JSON.parse(plain)
  } catch (error) {
    const marked = plain.replace(/(?<=[[,:]\s*)(?:NaN|-?Infinity)(?=\s*[\],}])/g, (word) => `"\\u0000${word}"`)
    if (marked === plain) throw new Error(`does not parse: ${(error as Error).message}`)
    try {
      return JSON.parse(marked, (_, value) => (typeof value === 'string' && value.startsWith('\0') ? Number(value.slice(1)) : value))
    } catch {
      throw new Error(`does not parse: ${(error as Error).message}`)
    }
  }
}

/** Where a key stands: tensors hold no strings, so that its first occurrence before a colon is it. */
function keyPlace(file: string, text: string, key: string): Place | undefined {
  const literal = JSON.stringify(key)
  const start = text.search(new RegExp(`${literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*:`))
  if (start < 0) return undefined
  const before = text.slice(0, start).split('\n')
  const column = before.at(-1)!.length + 1
  return { file, line: before.length, column, endLine: before.length, endColumn: column + literal.length }
}
