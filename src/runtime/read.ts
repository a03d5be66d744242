import type { Values } from '../numbers/values.js'
import { readLater, readNow } from './backend.js'
import type { Read } from './observe.js'

/** What a call was given and gave back, by what it is for. */
export type Parts = { readonly [part in keyof Read]: unknown }

const names = ['prediction', 'target', 'weights', 'loss'] as const

/** Reads all parts. Only a result that is no number (a promise, an object of the user's own) may be passed over. */
export function readAll(parts: Parts): Read {
  const read: Read = {}
  for (const name of names) if (parts[name] !== undefined) read[name] = readPart(parts[name], name)
  return read
}

/** The same, where the program does not wait for it. All reads are begun before this returns. */
export async function readAllLater(parts: Parts): Promise<Read> {
  const given = names.filter((name) => parts[name] !== undefined)
  const values = await Promise.all(given.map((name) => readPartLater(parts[name], name)))
  return Object.fromEntries(given.map((name, index) => [name, values[index]]))
}

function readPart(part: unknown, name: keyof Read): Values | undefined {
  if (name !== 'loss') return readNow(part, name)
  try {
    return readNow(part, name)
  } catch {
    return undefined
  }
}

function readPartLater(part: unknown, name: keyof Read): Promise<Values | undefined> {
  const values = readLater(part, name)
  return name === 'loss' ? values.catch(() => undefined) : values
}
