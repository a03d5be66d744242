import { fromNested, type Nested, sizeOf, type Values } from '../numbers/values.js'

/** A tfjs tensor, by its shape as an object: ours to recognise without importing the library. */
export interface LibraryTensor {
  shape: readonly number[]
  dtype: string
  dataSync(): unknown
  data?(): Promise<unknown>
}

/** Flat data with its shape: `{ data, shape }`, or `{ data, dims, type }` as ONNX Runtime names them. */
export interface FlatTensor {
  data: ArrayLike<number | bigint> | Nested
  shape?: readonly number[]
  dims?: readonly number[]
  dtype?: string
  type?: string
}

/** Whatever holds numbers: a tfjs tensor of any backend, flat data with a shape, a typed array (rank 1), nested arrays, a number. */
export type Tensorish = LibraryTensor | FlatTensor | ArrayBufferView | Nested

export function isLibraryTensor(given: unknown): given is LibraryTensor {
  return typeof given === 'object' && given !== null && 'dataSync' in given && typeof given.dataSync === 'function' && 'shape' in given
}

/**
 * Reads numbers without copying where the library allows it. Throws a `TypeError` that names the argument and what was
 * expected when there are no real numbers in it.
 */
export function valuesOf(given: unknown, name: string): Values {
  if (isLibraryTensor(given)) return libraryValues(given, given.dataSync(), name)
  if (ArrayBuffer.isView(given)) return flatValues(given, undefined, undefined, name)
  if (Array.isArray(given) || typeof given === 'number' || typeof given === 'boolean') return fromNested(given, name)
  if (typeof given === 'object' && given !== null && 'data' in given) return heldValues(given as FlatTensor, name)
  throw new TypeError(
    `${name}: expected a tensor, { data, shape }, a typed array or nested arrays, got ${given === null ? 'null' : typeof given}`,
  )
}

/** The values of a library's tensor whose data was read already. */
export function libraryValues(tensor: { shape: readonly number[]; dtype: string }, data: unknown, name: string): Values {
  if (tensor.dtype === 'string' || tensor.dtype === 'complex64')
    throw new TypeError(`${name}: expected a tensor of real numbers, got dtype ${tensor.dtype}`)
  return flatValues(data, tensor.shape, tensor.dtype, name)
}

function heldValues({ data, shape, dims, dtype, type }: FlatTensor, name: string): Values {
  if (Array.isArray(data) && (Array.isArray(data[0]) || !(shape ?? dims))) {
    const values = fromNested(data as Nested, `${name}.data`)
    return dtype ? { ...values, dtype } : values
  }
  return flatValues(data, shape ?? dims, dtype ?? type, name)
}

function flatValues(data: unknown, shape: readonly number[] | undefined, dtype: string | undefined, name: string): Values {
  const list = typeof data === 'number' ? [data] : data
  if (!isFlat(list)) throw new TypeError(`${name}: expected data in a typed array or an array of numbers, got ${typeof data}`)
  const numbers = typeof list[0] === 'bigint' ? Float64Array.from(list, Number) : (list as ArrayLike<number>)
  const sizes = shape ?? [numbers.length]
  if (sizeOf(sizes) !== numbers.length)
    throw new TypeError(`${name}: expected ${sizeOf(sizes)} entries for shape [${sizes.join(', ')}], got ${numbers.length}`)
  return { data: numbers, shape: sizes, dtype: dtype ?? dtypeOf(list) }
}

function isFlat(data: unknown): data is ArrayLike<number | bigint> {
  return (
    (ArrayBuffer.isView(data) && !(data instanceof DataView)) || (Array.isArray(data) && data.every((each) => typeof each === 'number'))
  )
}

/** `Float32Array` holds float32; plain arrays tell nothing of where their numbers come from. */
function dtypeOf(data: ArrayLike<number | bigint>): string {
  if (Array.isArray(data)) return 'number'
  const name = data.constructor.name
  return name.startsWith('Big') ? name.slice(3, -5).toLowerCase() : name.replace(/(Clamped)?Array$/, '').toLowerCase()
}
