import { arrayIn, bytesNeeded } from './array.js'
import { type Bytes, part } from './bytes.js'
import { type NumberType, numberTypes } from './numbers.js'
import type { StoredTensor } from './stored.js'

/** NumPy's own limit is a hundredth of this; it grows only with the fields of a record. */
const longestHeader = 1 << 20

const typeNames: Readonly<Record<string, string>> = {
  f8: 'float64',
  f4: 'float32',
  f2: 'float16',
  i8: 'int64',
  i4: 'int32',
  i2: 'int16',
  i1: 'int8',
  u8: 'uint64',
  u4: 'uint32',
  u2: 'uint16',
  u1: 'uint8',
  b1: 'bool',
}

/**
 * An array as `numpy.save` writes it: `numpy.lib.format`, versions 1 to 3. The header is a Python literal; it is matched,
 * not evaluated. Throws an error that says what is wrong and what to do; arrays of objects, which hold pickles, are refused.
 */
export function readNpy(bytes: Bytes): StoredTensor {
  const { text, end } = header(bytes)
  const shape = shapeIn(text)
  const { type, bigEndian } = typeIn(text)
  const columnMajor = /'fortran_order':\s*True\b/.test(text)
  const needed = bytesNeeded(shape, type.bytes)
  const there = bytes.size - end
  if (there < needed)
    throw new Error(`is cut off: ${type.name} of shape [${shape.join(', ')}] takes ${needed} bytes, and ${there} are there; ${again}`)
  if (there > needed)
    throw new Error(`holds ${there - needed} bytes behind its array; save each array in a file of its own, or all with np.savez`)
  return arrayIn(part(bytes, end, needed), { type, shape, bigEndian, columnMajor })
}

const again = 'write it again with np.save'

function header(bytes: Bytes): { text: string; end: number } {
  if (bytes.size < 10 || bytes.read(0, 6).toString('latin1') !== '\x93NUMPY')
    throw new Error(`does not begin as an array of NumPy does; ${again}`)
  const start = bytes.read(0, Math.min(12, bytes.size))
  const version = start[6]!
  if (version < 1 || version > 3) throw new Error(`is of version ${version} of the format; versions 1 to 3 are read`)
  if (version > 1 && bytes.size < 12) throw new Error(`is cut off within its header; ${again}`)
  const [length, from] = version === 1 ? [start.readUInt16LE(8), 10] : [start.readUInt32LE(8), 12]
  if (length > longestHeader || from + length > bytes.size)
    throw new Error(`says that its header has ${length} bytes, more than there can be; ${again}`)
  return { text: bytes.read(from, length).toString('latin1'), end: from + length }
}

function shapeIn(text: string): number[] {
  const sizes = /'shape':\s*\(([^()]*)\)/.exec(text)?.[1]
  const list = sizes
    ?.split(',')
    .map((size) => size.trim())
    .filter((size) => size !== '')
  // Python 2 wrote long integers with an L.
  if (!list?.every((size) => /^-?\d+L?$/.test(size))) throw new Error(`has a header that gives no shape; ${again}`)
  return list.map((size) => Number(size.replace('L', '')))
}

function typeIn(text: string): { type: NumberType; bigEndian: boolean } {
  const descr = /'descr':\s*(?:'([^']*)'|(\[))/.exec(text)
  if (!descr) throw new Error(`has a header that names no type; ${again}`)
  if (descr[2]) throw new Error('holds records; save its fields as arrays of their own')
  const [, order, code = ''] = /^([<>|=]?)(.*)$/.exec(descr[1]!)!
  if (code.startsWith('O'))
    throw new Error("holds Python objects, which are pickled and are never opened; save numbers: np.save(file, array.astype('float32'))")
  const type = numberTypes.get(Object.hasOwn(typeNames, code) ? typeNames[code]! : '')
  if (!type) throw new Error(`holds ${JSON.stringify(descr[1])}, which are no real numbers that are read; save array.astype('float64')`)
  return { type, bigEndian: order === '>' }
}
