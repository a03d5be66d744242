import { axisOf, type Layout } from '../numbers/layout.js'
import type { Numbers } from '../numbers/numbers.js'
import { pool } from '../numbers/pool.js'
import { measure } from '../numbers/stats.js'
import type { Values } from '../numbers/values.js'
import type { StoredTensor } from './stored.js'

/** Entries that are held in memory at a time: 128 MB of them at most. */
const atATime = 1 << 24
/** A slice of the first axis is read whole, up to here. */
const largestSlice = 1 << 27

/**
 * Measures a tensor piece by piece, along its first axis, in memory that does not grow with it. What is measured is what
 * one pass over the whole would measure, but for the sums along other axes, which several pieces do not give. `see` is handed
 * every piece, with the number of its first slice.
 */
export function measureStored(tensor: StoredTensor, layout: Layout, see: (piece: Values, from: number) => void = () => {}): Numbers {
  const { shape, dtype } = tensor
  const length = shape[0] ?? 1
  const slice = shape.slice(1).reduce((product, size) => product * size, 1)
  const oneRow = shape.length > 0 && layout.classAxis !== 'elementwise' && axisOf(layout.classAxis, shape.length) === 0
  if (slice * (oneRow ? length : 1) > largestSlice)
    throw new Error(`has rows of shape [${shape.slice(1).join(', ')}], too large to be read; save a part of it`)
  const pieces = oneRow || length === 0 ? 1 : Math.ceil(length / Math.max(1, Math.floor(atATime / Math.max(1, slice))))
  let numbers: Numbers | undefined
  for (let index = 0; index < pieces; index++) {
    const [from, to] = [Math.floor((index * length) / pieces), Math.floor(((index + 1) * length) / pieces)]
    const piece = { data: tensor.read(from, to), shape: shape.length === 0 ? [] : [to - from, ...shape.slice(1)], dtype }
    see(piece, from)
    const measured = moved(measure(piece, layout), from)
    numbers = numbers ? pool(numbers, measured) : measured
  }
  if (pieces === 1) return numbers!
  const { otherAxis: _, ...rest } = numbers!
  return { ...rest, shape }
}

/** Counts the place of the first number that is none from the start of the tensor. */
function moved(numbers: Numbers, from: number): Numbers {
  const { firstNonFinite: place } = numbers
  return place && place.length > 0 ? { ...numbers, firstNonFinite: [place[0]! + from, ...place.slice(1)] } : numbers
}
