import type { Role } from '../contracts/contract.js'
import type { Place } from '../place.js'
import type { Inspection } from '../runtime/index.js'

/** What a file of stored tensors says, and where each part of it stands. */
export interface Stored {
  loss: string | undefined
  arguments: Omit<Inspection, 'loss'>
  place(role: Role | 'loss'): Place | undefined
}

/** Names under which people store each part; the first is ours. */
const names = {
  loss: ['loss'],
  prediction: ['prediction', 'predictions', 'logits', 'input', 'output', 'outputs', 'scores', 'probabilities', 'probs', 'y_pred', 'yPred'],
  target: ['target', 'targets', 'labels', 'label', 'y', 'y_true', 'yTrue'],
  weights: ['weights', 'weight'],
  options: ['options'],
  value: ['value'],
} as const

/** Reads `{ loss?, prediction, target, weights?, options?, value? }`. Throws an error that says what is missing. */
export function readStored(file: string, text: string): Stored {
  const record = parse(text)
  if (typeof record !== 'object' || record === null || Array.isArray(record)) throw new Error(`holds no object; ${expected}`)
  const keys = Object.keys(record)
  const found = (part: keyof typeof names) => names[part].find((name) => keys.includes(name))
  const get = (part: keyof typeof names) => (record as Record<string, unknown>)[found(part) ?? '']
  if (!found('prediction')) throw new Error(`has no "prediction"; ${expected}`)
  const loss = get('loss')
  if (loss !== undefined && typeof loss !== 'string')
    throw new Error('has a "loss" that is no name; the value of the loss goes under "value"')
  const parts = {
    prediction: get('prediction'),
    target: get('target'),
    weights: get('weights'),
    options: get('options'),
    value: get('value'),
  }
  return {
    loss,
    arguments: Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as unknown as Stored['arguments'],
    place: (role) => (role in names ? keyPlace(file, text, found(role as keyof typeof names)) : undefined),
  }
}

const expected = 'expected { "loss": "torch.nn.CrossEntropyLoss", "prediction": [[…]], "target": […] }'

/** Python's `json.dump` writes NaN and Infinity, which are no JSON, and which are just what has to be seen here. */
function parse(text: string): unknown {
  const plain = text.replace(/^\ufeff/, '')
  try {
    return JSON.parse(plain)
  } catch (error) {
    const marked = plain.replace(/(?<=[[,:]\s*)(?:NaN|-?Infinity)(?=\s*[\],}])/g, (word) => `"\\u0000${word}"`)
    if (marked === plain) throw new Error(`does not parse: ${(error as Error).message}`)
    return JSON.parse(marked, (_, value) => (typeof value === 'string' && value.startsWith('\0') ? Number(value.slice(1)) : value))
  }
}

/** Where a key stands: tensors hold no strings, so that its first occurrence before a colon is it. */
function keyPlace(file: string, text: string, key: string | undefined): Place | undefined {
  const start = key === undefined ? -1 : text.search(new RegExp(`"${key}"\\s*:`))
  if (start < 0) return undefined
  const before = text.slice(0, start).split('\n')
  const column = before.at(-1)!.length + 1
  return { file, line: before.length, column, endLine: before.length, endColumn: column + key!.length + 2 }
}
