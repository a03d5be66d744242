import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 as crc, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openStored } from '../../src/stored/open.js'

const folder = mkdtempSync(join(tmpdir(), 'ce-lint-hostile-'))

/** Opens the bytes as a file, and in it each tensor. */
async function opening(name: string, bytes: Buffer | string): Promise<unknown> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const file = await openStored(path, [])
  return Promise.all(file.names.map((each) => file.open(each)))
}

function npy(header: string, data = Buffer.alloc(0)): Buffer {
  const start = Buffer.from('\x93NUMPY\x01\x00\0\0', 'latin1')
  start.writeUInt16LE(header.length, 8)
  return Buffer.concat([start, Buffer.from(header, 'latin1'), data])
}

const described = (shape: string, descr = '<f4') => `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }\n`

describe('.npy files', () => {
  it.each([
    [
      'cut off',
      npy(described('(4, 3)'), Buffer.alloc(47)),
      'is cut off: float32 of shape [4, 3] takes 48 bytes, and 47 are there; write it again with np.save',
    ],
    [
      'with more behind',
      npy(described('(1,)'), Buffer.alloc(8)),
      'holds 4 bytes behind its array; save each array in a file of its own, or all with np.savez',
    ],
    ['of negative size', npy(described('(-4, 3)')), 'has the shape [-4, 3], which no tensor has; write it again'],
    ['of a size beyond all files', npy(described('(9007199254740991, 9007199254740991)')), 'larger than any file'],
    ['of a size that overflows', npy(described('(99999999999999999999, 1)')), 'which no tensor has'],
    ['without a shape', npy(described("__import__('os')")), 'has a header that gives no shape; write it again with np.save'],
    ['without a type', npy("{'shape': (1,)}"), 'has a header that names no type; write it again with np.save'],
    ['of a type by the name of a method', npy(described('(1,)', 'toString')), 'holds "toString", which are no real numbers'],
    ['of another kind', Buffer.from('PK\x03\x04 and so on'), 'does not begin as an array of NumPy does; write it again with np.save'],
    ['of no bytes', Buffer.alloc(0), 'does not begin as an array of NumPy does; write it again with np.save'],
    [
      'with a header longer than the file',
      npy('x').subarray(0, 10),
      'says that its header has 1 bytes, more than there can be; write it again with np.save',
    ],
    ['with a header of 4 GB', Buffer.from('\x93NUMPY\x02\x00\xff\xff\xff\xff', 'latin1'), 'says that its header has 4294967295 bytes'],
    ['of a later version', Buffer.from('\x93NUMPY\x09\x00\0\0\0\0', 'latin1'), 'is of version 9 of the format; versions 1 to 3 are read'],
  ])('%s are refused', async (_, bytes, message) => {
    await expect(opening('a.npy', bytes)).rejects.toThrow(message)
  })
})

function safetensors(header: string | object, data = Buffer.alloc(0), length?: bigint): Buffer {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header))
  const start = Buffer.alloc(8)
  start.writeBigUInt64LE(length ?? BigInt(text.length))
  return Buffer.concat([start, text, data])
}

const f32 = (shape: number[], ...data_offsets: number[]) => ({ dtype: 'F32', shape, data_offsets })

describe('.safetensors files', () => {
  it.each([
    [
      'with a header of terabytes',
      safetensors('{}', undefined, 1n << 43n),
      'says that its header has 8796093022208 bytes, more than there can be',
    ],
    ['with a header of 2^64 - 1', safetensors('{}', undefined, (1n << 64n) - 1n), 'says that its header has 18446744073709551615 bytes'],
    ['of four bytes', Buffer.alloc(4), 'is too short for a safetensors file'],
    ['with a header that is no JSON', safetensors('{'), 'has a header that is no JSON object'],
    ['with a header that is a list', safetensors('[]'), 'has a header that is no JSON object'],
    ['that overlap', safetensors({ a: f32([2], 0, 8), b: f32([2], 4, 12) }, Buffer.alloc(12)), 'has "b" overlap another tensor'],
    ['with holes', safetensors({ a: f32([1], 0, 4), b: f32([1], 8, 12) }, Buffer.alloc(12)), 'leaves bytes out before "b"'],
    [
      'cut off',
      safetensors({ a: f32([2], 0, 8) }, Buffer.alloc(7)),
      'is cut off: its tensors take 8 bytes, and 7 are there; write it again with safetensors',
    ],
    ['with more behind', safetensors({ a: f32([1], 0, 4) }, Buffer.alloc(5)), 'holds 1 bytes behind its tensors'],
    ['with ranges that end before they begin', safetensors({ a: f32([1], 4, 0) }, Buffer.alloc(4)), 'describes "a" wrongly'],
    [
      'with offsets beyond what counts',
      safetensors(`{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,18446744073709551615]}}`),
      'describes "a" wrongly',
    ],
    ['with negative sizes', safetensors({ a: f32([-1], 0, 4) }, Buffer.alloc(4)), 'describes "a" wrongly'],
    ['with sizes that overflow', safetensors({ a: f32([2 ** 52, 2 ** 52], 0, 4) }, Buffer.alloc(4)), 'larger than any file'],
    ['whose shape does not fit', safetensors({ a: f32([3], 0, 4) }, Buffer.alloc(4)), 'has 4 bytes for "a", whose shape takes 12'],
    [
      'with a name twice',
      safetensors('{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"\\u0061":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}'),
      'names "a" twice',
    ],
    [
      'of an unknown type',
      safetensors({ a: { ...f32([4], 0, 4), dtype: 'F8_E4M3' } }, Buffer.alloc(4)),
      'has "a" in F8_E4M3, which is not read; save it with .float()',
    ],
    [
      'of a type by the name of a method',
      safetensors({ a: { ...f32([4], 0, 4), dtype: 'constructor' } }, Buffer.alloc(4)),
      'has "a" in constructor',
    ],
    ['of null', safetensors({ a: null }), 'describes "a" wrongly'],
  ])('%s are refused', async (_, bytes, message) => {
    await expect(opening('a.safetensors', bytes)).rejects.toThrow(message)
  })

  it('may name a tensor after what every object has', async () => {
    const header = `{"__proto__":${JSON.stringify(f32([1], 0, 4))},"hasOwnProperty":${JSON.stringify(f32([1], 4, 8))}}`
    expect(await opening('a.safetensors', safetensors(header, Buffer.alloc(8)))).toHaveLength(2)
  })
})

interface Member {
  name: string
  data: Buffer
  packed?: boolean
  /** What the directory says of its size, when it lies. */
  size?: number
}

/** A zip archive, as bad as is asked for. */
function zip(...members: Member[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, packed = false, size = data.length } of members) {
    const bytes = packed ? deflateRawSync(data) : data
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(packed ? 8 : 0, 4)
    fields.writeUInt32LE(crc?.(data) ?? 0, 10)
    fields.writeUInt32LE(bytes.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), bytes])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(members.length, 4)
  end.writeUInt16LE(members.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\x05\x06'), end])
}

const array = npy(described('(1,)'), Buffer.alloc(4))

describe('.npz files', () => {
  it('that are sound are read, stored and compressed', async () => {
    const archive = zip({ name: 'a.npy', data: array }, { name: 'b.npy', data: array, packed: true })
    expect(await opening('a.npz', archive)).toMatchObject([{ shape: [1] }, { shape: [1] }])
  })

  it.each([
    [
      'with paths that climb',
      zip({ name: '../../evil.npy', data: array }),
      'is no zip archive that can be read (invalid relative path: ../../evil.npy); write it again with np.savez',
    ],
    [
      'with absolute paths',
      zip({ name: '/etc/evil.npy', data: array }),
      'is no zip archive that can be read (absolute path: /etc/evil.npy)',
    ],
    [
      'with a name twice',
      zip({ name: 'a.npy', data: array }, { name: 'a.npy', data: array }),
      'names "a.npy" twice; write it again with np.savez',
    ],
    [
      'that unpack to gigabytes',
      zip({ name: 'a.npy', data: array, packed: true, size: 4e9 }),
      'has "a.npy" compressed, 4000000000 bytes when unpacked; save it with np.savez',
    ],
    [
      'that unpack to more than they say',
      zip({ name: 'a.npy', data: Buffer.alloc(1 << 20), packed: true, size: 100 }),
      'is no zip archive that can be read (too many bytes in the stream',
    ],
    [
      'that unpack to less than they say',
      zip({ name: 'a.npy', data: array, packed: true, size: 1000 }),
      'is no zip archive that can be read (not enough bytes in the stream',
    ],
    ['cut off', zip({ name: 'a.npy', data: array }).subarray(0, 60), 'is no zip archive that can be read'],
    ['of text', Buffer.from('not an archive, by far, although it is long enough'), 'is no zip archive that can be read'],
    [
      'of PyTorch',
      zip({ name: 'batch/data.pkl', data: array }),
      'is an archive of PyTorch with a pickle in it, which is never opened; save its tensors with np.savez',
    ],
    ['with an array cut off', zip({ name: 'a.npy', data: array.subarray(0, -1) }), 'has an array "a" that is cut off'],
  ])('%s are refused', async (_, bytes, message) => {
    await expect(opening('a.npz', bytes)).rejects.toThrow(message)
  })
})

describe('.csv files', () => {
  it.each([
    [
      'with words among the numbers',
      'a,target\n0.5,1\n0.5,cat\n',
      'has "cat" in line 3, which is no number; expected lines such as 0.1,0.7,0.2',
    ],
    [
      'with lines of unequal length',
      '1,2\n1,2,3\n',
      'is no table: Invalid Record Length: expect 2, got 3 on line 2; expected lines such as',
    ],
    ['with a column twice', 'a,a\n1,2\n', 'names a column twice (a)'],
    ['of nothing', '', 'holds no numbers'],
    ['of names alone', 'a,target\n', 'holds no numbers'],
    ['with blanks between numbers', '0.1 0.7\n', 'holds no numbers'],
  ])('%s are refused', async (_, text, message) => {
    await expect(opening('a.csv', text)).rejects.toThrow(message)
  })
})

it.each(['batch.pt', 'model.pth', 'epoch.ckpt', 'batch.pkl', 'x.joblib'])('%s is refused with the line to use instead', async (name) => {
  await expect(opening(name, 'any')).rejects.toThrow(
    'is a pickle, which is never opened, for that may run any code; save the batch with np.savez("batch.npz", logits=',
  )
})

it.each(['a.toString', 'a.h5', 'a'])('%s is refused with the formats that are read', async (name) => {
  await expect(opening(name, 'any')).rejects.toThrow('is none of the formats that are read: .npy, .npz, .safetensors, .json, .csv')
})

it('a folder by the name of a file is refused', async () => {
  await expect(openStored(mkdtempSync(join(folder, 'x')), [])).rejects.toThrow('is none of the formats')
})
