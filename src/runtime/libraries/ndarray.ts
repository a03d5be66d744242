import { sizeOf } from '../../numbers/values.js'
import type { Box } from '../box.js'
import type { Adapter } from '../held.js'

interface Strided {
  data: ArrayLike<number | bigint>
  shape: readonly number[]
  /** Distance between neighbours along each axis, in entries; negative where an axis is turned round. */
  stride: readonly number[]
  offset: number
  dtype?: string
}

/** Arrays of scijs' ndarray and what has its members: a window on flat data that may be turned, cut or spread. */
export const ndarray: Adapter = (given) => {
  if (!isStrided(given)) return undefined
  const { data, shape, stride, offset } = given
  const dtype = given.dtype === undefined || given.dtype === 'array' || given.dtype === 'generic' ? 'number' : given.dtype
  const last = data as unknown as { subarray?(from: number, to: number): unknown }
  if (isRowMajor(given) && last.subarray) return { shape, dtype, view: () => last.subarray!(offset, offset + sizeOf(shape)) }
  return { shape, dtype, take: (box) => gathered(data, stride, offset, box) }
}

function isStrided(given: object): given is Strided {
  return 'data' in given && 'shape' in given && 'stride' in given && Array.isArray(given.stride) && 'offset' in given
}

function isRowMajor({ shape, stride }: Strided): boolean {
  return stride.every((each, axis) => shape[axis] === 1 || each === sizeOf(shape.slice(axis + 1)))
}

function gathered(data: ArrayLike<number | bigint>, stride: readonly number[], offset: number, { begin, size }: Box): Float64Array {
  const out = new Float64Array(sizeOf(size))
  let filled = 0
  const walk = (axis: number, at: number): void => {
    if (axis === size.length) {
      out[filled++] = Number(data[at])
      return
    }
    for (let i = 0; i < size[axis]!; i++) walk(axis + 1, at + (begin[axis]! + i) * stride[axis]!)
  }
  walk(0, offset)
  return out
}
