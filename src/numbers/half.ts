import type { Values } from './values.js'

/**
 * The number behind each of the 65,536 bit patterns of `float16` (1 sign, 5 exponent and 10 fraction bits, IEEE 754) and of
 * `bfloat16` (the upper half of a float32), for data that holds bits in a `Uint16Array`. Undefined for data that holds numbers.
 */
export function tableFor({ data, dtype }: Values): Float32Array | undefined {
  if (!(data instanceof Uint16Array)) return undefined
  const decode = decoders[dtype]
  if (!decode) return undefined
  const table = tables.get(dtype) ?? Float32Array.from({ length: 2 ** 16 }, (_, bits) => decode(bits))
  tables.set(dtype, table)
  return table
}

const decoders: Record<string, (bits: number) => number> = { float16: fromFloat16, bfloat16: fromBfloat16 }

/** Made when the first tensor needs them. */
const tables = new Map<string, Float32Array>()

function fromFloat16(bits: number): number {
  const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 0x1f, bits & 0x3ff]
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

function fromBfloat16(bits: number): number {
  word.setUint16(0, bits)
  return word.getFloat32(0)
}

/** Two bytes of a bfloat16 and two zeros, in the order in which `DataView` reads them. */
const word = new DataView(new ArrayBuffer(4))
