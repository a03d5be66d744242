import { arrayIn, bytesNeeded } from './array.js'
import { type Bytes, part } from './bytes.js'
import { duplicateKey } from './json-keys.js'
import { numberTypes } from './numbers.js'
import type { StoredFile, StoredTensor } from './stored.js'

/** The limit of the reference implementation. */
const longestHeader = 100_000_000

const typeNames: Readonly<Record<string, string>> = {
  F64: 'float64',
  F32: 'float32',
  F16: 'float16',
  BF16: 'bfloat16',
  I64: 'int64',
  I32: 'int32',
  I16: 'int16',
  I8: 'int8',
  U64: 'uint64',
  U32: 'uint32',
  U16: 'uint16',
  U8: 'uint8',
  BOOL: 'bool',
}

interface Entry {
  dtype: string
  shape: readonly number[]
  begin: number
  end: number
}

/**
 * A safetensors file: the length of a JSON header in 8 bytes, the header, and the tensors side by side without gaps. As
 * the reference implementation does, it refuses headers of over 100 MB, names that are there twice, and ranges that overlap,
 * leave bytes out or do not fit their shapes.
 */
export function readSafetensors(bytes: Bytes): StoredFile {
  const { text, start } = header(bytes)
  const entries = entriesIn(text)
  checkRanges(entries, bytes.size - start)
  return { names: [...entries.keys()], open: async (name) => tensor(name, entries.get(name)!), close: bytes.close }

  function tensor(name: string, { dtype, shape, begin, end }: Entry): StoredTensor {
    const type = numberTypes.get(Object.hasOwn(typeNames, dtype) ? typeNames[dtype]! : '')
    if (!type) throw new Error(`has ${JSON.stringify(name)} in ${dtype}, which is not read; save it with .float()`)
    const needed = bytesNeeded(shape, type.bytes)
    if (needed !== end - begin)
      throw new Error(`has ${end - begin} bytes for ${JSON.stringify(name)}, whose shape takes ${needed}; ${again}`)
    return arrayIn(part(bytes, start + begin, needed), { type, shape })
  }
}

const again = 'write it again with safetensors'

function header(bytes: Bytes): { text: string; start: number } {
  if (bytes.size < 8) throw new Error(`is too short for a safetensors file; ${again}`)
  const length = bytes.read(0, 8).readBigUInt64LE()
  if (length > BigInt(Math.min(longestHeader, bytes.size - 8)))
    throw new Error(`says that its header has ${length} bytes, more than there can be: it is cut off, or no safetensors file; ${again}`)
  return { text: bytes.read(8, Number(length)).toString('utf8'), start: 8 + Number(length) }
}

function entriesIn(text: string): Map<string, Entry> {
  const twice = duplicateKey(text)
  if (twice !== undefined) throw new Error(`names ${JSON.stringify(twice)} twice; ${again}`)
  const record = parsed(text)
  return new Map(
    Object.entries(record).flatMap(([name, value]) => {
      if (name === '__metadata__') return []
      const { dtype, shape, data_offsets: range } = (value ?? {}) as Record<string, unknown>
      if (typeof dtype !== 'string' || !isSizes(shape) || !isSizes(range) || range.length !== 2 || range[0]! > range[1]!)
        throw new Error(`describes ${JSON.stringify(name)} wrongly; ${again}`)
      return [[name, { dtype, shape, begin: range[0]!, end: range[1]! }]]
    }),
  )
}

function parsed(text: string): object {
  try {
    const record = JSON.parse(text)
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record
  } catch {
    // Said below.
  }
  throw new Error(`has a header that is no JSON object; ${again}`)
}

function isSizes(list: unknown): list is number[] {
  return Array.isArray(list) && list.every((size) => Number.isSafeInteger(size) && size >= 0)
}

function checkRanges(entries: ReadonlyMap<string, Entry>, size: number): void {
  let end = 0
  for (const [name, entry] of [...entries].sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end)) {
    if (entry.begin < end) throw new Error(`has ${JSON.stringify(name)} overlap another tensor; ${again}`)
    if (entry.begin > end) throw new Error(`leaves bytes out before ${JSON.stringify(name)}; ${again}`)
    end = entry.end
  }
  if (end > size) throw new Error(`is cut off: its tensors take ${end} bytes, and ${size} are there; ${again}`)
  if (end < size) throw new Error(`holds ${size - end} bytes behind its tensors; ${again}`)
}
