/** A type of number in a file, and how its bytes become numbers. */
export interface NumberType {
  name: string
  /** Bytes a number. */
  bytes: number
  /** Of a buffer that begins at the start of its memory, in little-endian order. */
  decode(buffer: Buffer): ArrayLike<number>
}

type Maker = new (buffer: ArrayBuffer, offset: number, length: number) => ArrayLike<number>

function plain(name: string, bytes: number, Type: Maker): NumberType {
  return { name, bytes, decode: ({ buffer, byteOffset, length }) => new Type(buffer as ArrayBuffer, byteOffset, length / bytes) }
}

/** By the names of NumPy, and `bfloat16` beside them. */
export const numberTypes: ReadonlyMap<string, NumberType> = new Map(
  [
    plain('float64', 8, Float64Array),
    plain('float32', 4, Float32Array),
    { name: 'float16', bytes: 2, decode: float16 },
    { name: 'bfloat16', bytes: 2, decode: bfloat16 },
    { name: 'int64', bytes: 8, decode: (buffer: Buffer) => int64(buffer, true) },
    plain('int32', 4, Int32Array),
    plain('int16', 2, Int16Array),
    plain('int8', 1, Int8Array),
    { name: 'uint64', bytes: 8, decode: (buffer: Buffer) => int64(buffer, false) },
    plain('uint32', 4, Uint32Array),
    plain('uint16', 2, Uint16Array),
    plain('uint8', 1, Uint8Array),
    plain('bool', 1, Uint8Array),
  ].map((type) => [type.name, type]),
)

/** Turns big-endian numbers around, in place. */
export function swap(buffer: Buffer, bytes: number): Buffer {
  return bytes === 8 ? buffer.swap64() : bytes === 4 ? buffer.swap32() : bytes === 2 ? buffer.swap16() : buffer
}

function words(buffer: Buffer): Uint16Array {
  return new Uint16Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.length / 2)
}

let halves: Float32Array | undefined

/** IEEE 754 half precision, through a table of all its numbers. */
function float16(buffer: Buffer): Float32Array {
  halves ??= Float32Array.from({ length: 1 << 16 }, (_, bits) => half(bits))
  const table = halves
  return Float32Array.from(words(buffer), (bits) => table[bits]!)
}

function half(bits: number): number {
  const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 31, bits & 0x3ff]
  if (exponent === 31) return fraction > 0 ? Number.NaN : sign * Infinity
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15))
}

/** The upper half of a float32. */
function bfloat16(buffer: Buffer): Float32Array {
  return new Float32Array(Uint32Array.from(words(buffer), (bits) => bits << 16).buffer)
}

/** Exact up to 2^53, which no class index reaches. */
function int64(buffer: Buffer, signed: boolean): Float64Array {
  const low = new Uint32Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.length / 4)
  const high = signed ? new Int32Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.length / 4) : low
  return Float64Array.from({ length: buffer.length / 8 }, (_, i) => high[2 * i + 1]! * 2 ** 32 + low[2 * i]!)
}
