import { once } from 'node:events'
import type { Entry, ZipFile } from 'yauzl'
import yauzl from 'yauzl'
import { type Bytes, bytesOf, part } from './bytes.js'
import { readNpy } from './npy.js'
import type { StoredFile, StoredTensor } from './stored.js'

/** Compressed arrays are unpacked in memory, up to here; others are read where they lie. */
export const mostUnpacked = 1 << 29

/**
 * An archive as `numpy.savez` writes it. Nothing is extracted: the names in it are names of arrays, whatever paths they
 * spell. Throws an error that says what is wrong and what to do.
 */
export async function readNpz(bytes: Bytes, path: string): Promise<StoredFile> {
  const entries = await listed(path)
  if (entries.has('data.pkl') || [...entries.keys()].some((name) => name.endsWith('/data.pkl')))
    throw new Error('is an archive of PyTorch with a pickle in it, which is never opened; save its tensors with np.savez')
  const names = [...entries.keys()].flatMap((name) => (name.endsWith('.npy') ? [name.slice(0, -4)] : []))
  return { names, open: async (name) => within(name, await unpack(entries.get(`${name}.npy`)!, bytes, path)), close: bytes.close }
}

/** What is said in our own words, not in the library's. */
class Refusal extends Error {}

const again = 'write it again with np.savez'

function within(name: string, bytes: Bytes): StoredTensor {
  try {
    return readNpy(bytes)
  } catch (error) {
    throw new Error(`has an array ${JSON.stringify(name)} that ${(error as Error).message}`)
  }
}

async function listed(path: string): Promise<Map<string, Entry>> {
  return withArchive(path, async (archive) => {
    const entries = new Map<string, Entry>()
    for await (const entry of archive.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Refusal(`names ${JSON.stringify(entry.fileName)} twice; ${again}`)
      entries.set(entry.fileName, entry)
    }
    return entries
  })
}

/** Opened for each entry that is wanted: an archive closes itself, and a run looks at two or three. */
async function withArchive<Result>(path: string, use: (archive: ZipFile) => Promise<Result>): Promise<Result> {
  let archive: ZipFile | undefined
  try {
    archive = await yauzl.openPromise(path, { autoClose: false })
    return await use(archive)
  } catch (error) {
    throw error instanceof Refusal ? error : new Error(`is no zip archive that can be read (${(error as Error).message}); ${again}`)
  } finally {
    archive?.close()
  }
}

async function unpack(entry: Entry, bytes: Bytes, path: string): Promise<Bytes> {
  const { fileName, uncompressedSize: size } = entry
  const packed = entry.compressionMethod !== 0
  if (packed && size > mostUnpacked)
    throw new Error(
      `has ${JSON.stringify(fileName)} compressed, ${size} bytes when unpacked; save it with np.savez, which does not compress: then it is read piece by piece`,
    )
  return withArchive(path, async (archive) => {
    if (!packed) {
      const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true })
      if (entry.isEncrypted() || fileDataStart + size > bytes.size)
        throw new Refusal(`is cut off or encrypted at ${JSON.stringify(fileName)}; ${again}`)
      return part(bytes, fileDataStart, size)
    }
    const buffer = Buffer.from(new ArrayBuffer(size))
    let done = 0
    const stream = await archive.openReadStreamPromise(entry)
    stream.on('data', (chunk: Buffer) => {
      done += chunk.copy(buffer, done)
    })
    await once(stream, 'end')
    return bytesOf(buffer)
  })
}
