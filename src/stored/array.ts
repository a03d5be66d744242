import type { Bytes } from './bytes.js'
import { type NumberType, swap } from './numbers.js'
import type { StoredTensor } from './stored.js'

/** How numbers lie in bytes. */
export interface ArrayLayout {
  type: NumberType
  shape: readonly number[]
  bigEndian?: boolean
  /** The first axis runs fastest, as in Fortran. */
  columnMajor?: boolean
}

/** Number of bytes that a tensor takes. Throws an error for sizes that are none, and for more than a number can count. */
export function bytesNeeded(shape: readonly number[], bytes: number): number {
  const wrong = shape.find((size) => !Number.isSafeInteger(size) || size < 0)
  if (wrong !== undefined) throw new Error(`has the shape [${shape.join(', ')}], which no tensor has; write it again`)
  // Of an empty tensor the other sizes may be anything.
  const needed = shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, bytes)
  if (!Number.isSafeInteger(needed)) throw new Error(`has the shape [${shape.join(', ')}], larger than any file; write it again`)
  return needed
}

/** A tensor that fills the bytes. */
export function arrayIn(bytes: Bytes, { type, shape, bigEndian = false, columnMajor = false }: ArrayLayout): StoredTensor {
  const length = shape[0] ?? 1
  const inner = shape.slice(1).reduce((product, size) => product * size, 1)
  const numbers = (from: number, count: number): ArrayLike<number> => {
    const buffer = bytes.read(from * type.bytes, count * type.bytes)
    return type.decode(bigEndian ? swap(buffer, type.bytes) : buffer)
  }
  const read = (from: number, to: number) => numbers(from * inner, (to - from) * inner)
  if (!columnMajor || shape.length < 2) return { shape, dtype: type.name, read }
  const places = rowMajorPlaces(shape.slice(1))
  return { shape, dtype: type.name, read: (from, to) => transposed(from, to) }

  /** Each place of a slice has its entries of all slices side by side. */
  function transposed(from: number, to: number): Float64Array {
    const slices = to - from
    const result = new Float64Array(slices * inner)
    const whole = slices === length ? numbers(0, length * inner) : undefined
    for (let at = 0; at < inner; at++) {
      const column = whole ?? numbers(at * length + from, slices)
      const start = whole ? at * length : 0
      for (let slice = 0; slice < slices; slice++) result[slice * inner + places[at]!] = column[start + slice]!
    }
    return result
  }
}

/** For each place of a slice in column-major order, its place in row-major order. */
function rowMajorPlaces(sizes: readonly number[]): number[] {
  let places = [0]
  let step = sizes.reduce((product, size) => product * size, 1)
  for (const size of sizes) {
    step /= size
    places = Array.from({ length: size }, (_, index) => index).flatMap((index) => places.map((place) => place + index * step))
  }
  return places
}
