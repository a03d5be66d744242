import { fromNested, type Nested, sizeOf, type Values } from '../numbers/values.js'
import { wholeBox } from './box.js'
import type { Adapter, Held } from './held.js'
import { jaxJs } from './libraries/jax-js.js'
import { jsPytorch } from './libraries/js-pytorch.js'
import { ndarray } from './libraries/ndarray.js'
import { onnx } from './libraries/onnx.js'
import { type LibraryTensor, tfjs } from './libraries/tfjs.js'

/** Flat data with its shape: `{ data, shape }`, or `{ data, dims, type }` as ONNX Runtime names them. */
export interface FlatTensor {
  data: ArrayLike<number | bigint> | Nested
  shape?: readonly number[]
  dims?: readonly number[]
  dtype?: string
  type?: string
}

/**
 * Whatever holds numbers: a tensor of tfjs, ONNX Runtime, transformers.js, jax-js, js-pytorch or ndarray, flat data with a
 * shape, a typed array (rank 1), nested arrays, a number.
 */
export type Tensorish = LibraryTensor | FlatTensor | ArrayBufferView | Nested

/** Of arrays of jax-js, which have most members of a tfjs tensor, the reading must leave one behind: they come first. */
const adapters: readonly Adapter[] = [jaxJs, tfjs, onnx, ndarray, jsPytorch]

/** Throws a `TypeError` that names the argument and what was expected when there are no real numbers in it. */
export function heldBy(given: unknown, name: string): Held {
  if (typeof given === 'object' && given !== null && !Array.isArray(given) && !ArrayBuffer.isView(given)) {
    for (const adapter of adapters) {
      const held = adapter(given, name)
      if (held) return held
    }
  }
  const { data, shape, dtype } = plainValues(given, name)
  return { shape, dtype, view: () => data }
}

/** Reads all numbers now, without copying where the library allows it. Throws a `TypeError` where that would wait for a device. */
export function valuesOf(given: unknown, name: string): Values {
  const held = heldBy(given, name)
  if ('fetch' in held)
    throw new TypeError(
      `${name}: its numbers are on a GPU, which reading would wait for; pass { data: await tensor.data(), shape: tensor.shape }`,
    )
  return flatValues('view' in held ? held.view() : held.take(wholeBox(held.shape)), held.shape, held.dtype, name)
}

/** The values behind flat data of any library. */
export function flatValues(data: unknown, shape: readonly number[] | undefined, dtype: string | undefined, name: string): Values {
  const list = typeof data === 'number' ? [data] : data
  if (!isFlat(list)) throw new TypeError(`${name}: expected data in a typed array or an array of numbers, got ${typeof data}`)
  const numbers = typeof list[0] === 'bigint' ? Float64Array.from(list, Number) : (list as ArrayLike<number>)
  const sizes = shape ?? [numbers.length]
  if (sizeOf(sizes) !== numbers.length)
    throw new TypeError(`${name}: expected ${sizeOf(sizes)} entries for shape [${sizes.join(', ')}], got ${numbers.length}`)
  return { data: numbers, shape: sizes, dtype: dtype ?? dtypeOf(list) }
}

function plainValues(given: unknown, name: string): Values {
  if (ArrayBuffer.isView(given)) return flatValues(given, undefined, undefined, name)
  if (Array.isArray(given) || typeof given === 'number' || typeof given === 'boolean') return fromNested(given, name)
  if (typeof given === 'object' && given !== null && 'data' in given) return heldValues(given as FlatTensor, name)
  throw new TypeError(
    `${name}: expected a tensor, { data, shape }, a typed array or nested arrays, got ${given === null ? 'null' : typeof given}`,
  )
}

function heldValues({ data, shape, dims, dtype, type }: FlatTensor, name: string): Values {
  if (Array.isArray(data) && (Array.isArray(data[0]) || !(shape ?? dims))) {
    const values = fromNested(data as Nested, `${name}.data`)
    return dtype ? { ...values, dtype } : values
  }
  return flatValues(data, shape ?? dims, dtype ?? type, name)
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
