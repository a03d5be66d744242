import { basename, extname } from 'node:path'
import { type Bytes, openBytes } from './bytes.js'
import { readCsv } from './csv.js'
import { readJson } from './json.js'
import { readNpy } from './npy.js'
import { readNpz } from './npz.js'
import { readSafetensors } from './safetensors.js'
import type { StoredFile } from './stored.js'

/** Text is read whole and takes several times its size in memory; bytes are read piece by piece. */
const longestText = 1 << 28

type Reader = (bytes: Bytes, path: string, apart: readonly string[]) => StoredFile | Promise<StoredFile>

const readers: Readonly<Record<string, Reader>> = {
  '.npy': (bytes, path) => {
    const tensor = readNpy(bytes)
    return { names: [basename(path, '.npy')], open: async () => tensor, close: bytes.close }
  },
  '.npz': readNpz,
  '.safetensors': readSafetensors,
  '.json': (bytes, path) => readJson(path, text(bytes).toString('utf8')),
  '.csv': (bytes, _, apart) => readCsv(text(bytes), apart),
}

const extensions = Object.keys(readers)

/** The line that saves a batch of PyTorch; of half precision NumPy knows one kind only. */
export const savingLine = 'np.savez("batch.npz", logits=logits.detach().float().cpu().numpy(), target=target.cpu().numpy())'

/** Formats that hold pickles: opening one runs the code in it. */
const pickles = ['.pt', '.pth', '.ckpt', '.bin', '.pkl', '.pickle', '.joblib', '.dill']

/**
 * Opens a file of tensors by its extension. `apart` names columns of a table that are no part of the prediction. Throws an
 * error that says what is wrong with the file and what to do.
 */
export async function openStored(path: string, apart: readonly string[]): Promise<StoredFile> {
  const extension = extname(path).toLowerCase()
  if (pickles.includes(extension))
    throw new Error(`is a pickle, which is never opened, for that may run any code; save the batch with ${savingLine}`)
  const reader = Object.hasOwn(readers, extension) ? readers[extension] : undefined
  if (!reader) throw new Error(`is none of the formats that are read: ${extensions.join(', ')}`)
  const bytes = opened(path)
  try {
    return await reader(bytes, path, apart)
  } catch (error) {
    bytes.close()
    throw error
  }
}

function opened(path: string): Bytes {
  try {
    return openBytes(path)
  } catch (error) {
    throw 'code' in (error as object) ? new Error(`cannot be read: ${(error as Error).message}`) : error
  }
}

function text(bytes: Bytes): Buffer {
  if (bytes.size > longestText)
    throw new Error(`is text of ${bytes.size} bytes, at most ${longestText} are read; save its tensors with np.savez`)
  const all = bytes.read(0, bytes.size)
  bytes.close()
  return all
}
