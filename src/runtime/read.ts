import type { Contract } from '../contracts/contract.js'
import { layoutsFor } from '../numbers/layout.js'
import { sizeOf, type Values } from '../numbers/values.js'
import { type Box, sampleBox, wholeBox } from './box.js'
import type { Held } from './held.js'
import { flatValues, heldBy } from './tensors.js'

/** Numbers that were read; `part` is there when they are those of a block of the tensor. */
export interface Seen extends Values {
  part?: { shape: readonly number[]; begin: readonly number[] }
}

export type Read = Partial<Record<(typeof names)[number], Seen>>

/** What a call was given and gave back, by what it is for. */
export type Parts = { readonly [name in keyof Read]: unknown }

/** How much of a call is read: rows of each tensor (as many as a sample has when undefined), others for each n-th look. */
export interface Extent {
  rows: number | 'all' | undefined
  nth: number
}

const names = ['prediction', 'target', 'weights', 'loss'] as const

/**
 * Reads all parts of a call: at once where they lie in memory, else beside the program, with all reads begun before this
 * returns. Only a result that is no number (a promise, an object of the user's own) is passed over.
 */
export function readAll(contract: Contract, parts: Parts, extent: Extent): Read | Promise<Read> {
  const held = heldParts(parts)
  const layouts = layoutsFor(contract.axis ?? -1, held.prediction?.shape ?? [], held.target?.shape)
  const boxOf = (name: keyof Read, { shape }: Held): Box => {
    if (extent.rows === 'all') return wholeBox(shape)
    const classAxis = name === 'prediction' || name === 'target' ? layouts[name].classAxis : 'elementwise'
    return sampleBox(shape, classAxis, extent.rows, extent.nth)
  }
  const read: Read = {}
  // What may throw comes first, so that no promise is left alone.
  for (const name of names) {
    const each = held[name]
    if (each && !('fetch' in each)) read[name] = readNow(name, each, boxOf)
  }
  const waiting = names.flatMap((name) => {
    const each = held[name]
    return each && 'fetch' in each ? fetchInto(read, name, each, boxOf(name, each)) : []
  })
  return waiting.length > 0 ? Promise.all(waiting).then(() => read) : read
}

function heldParts(parts: Parts): Partial<Record<keyof Read, Held>> {
  const held: Partial<Record<keyof Read, Held>> = {}
  for (const name of names) {
    if (parts[name] === undefined) continue
    try {
      held[name] = heldBy(parts[name], name)
    } catch (error) {
      if (name !== 'loss') throw error
    }
  }
  return held
}

function readNow(name: keyof Read, held: Exclude<Held, { fetch: unknown }>, boxOf: (name: keyof Read, held: Held) => Box): Seen {
  if ('view' in held) return flatValues(held.view(), held.shape, held.dtype, name)
  const box = boxOf(name, held)
  return partOf(held, box, held.take(box), name)
}

async function fetchInto(read: Read, name: keyof Read, held: Extract<Held, { fetch: unknown }>, box: Box): Promise<void> {
  try {
    read[name] = partOf(held, box, await held.fetch(box), name)
  } catch (error) {
    if (name !== 'loss') throw error
  }
}

/** A device that cannot cut a tensor delivers all of it. */
function partOf({ shape, dtype }: Held, { begin, size }: Box, data: unknown, name: string): Seen {
  const all = sizeOf(shape)
  const whole = sizeOf(size) === all || (ArrayBuffer.isView(data) && (data as Float32Array).length === all)
  return { ...flatValues(data, whole ? shape : size, dtype, name), ...(!whole && { part: { shape, begin } }) }
}
