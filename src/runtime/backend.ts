import type { Values } from '../numbers/values.js'
import { isLibraryTensor, type LibraryTensor, libraryValues, valuesOf } from './tensors.js'

/** What of the tfjs engine, which every copy of tfjs shares through a global, helps to read without a copy or a wait. */
interface Engine {
  backendName?: string
  backend?: { typedArrayFromHeap?: (tensor: LibraryTensor) => unknown }
}

function engine(): Engine | undefined {
  return (globalThis as { _tfengine?: Engine })._tfengine
}

/**
 * True when reading now would make the program wait for the GPU: then data is asked for at once and judged when it comes.
 * Measured on WebGL: a synchronous read costs 5 to 80 ms a step, one in flight nothing.
 */
export function mustWait(given: unknown): given is LibraryTensor & { data(): Promise<unknown> } {
  const name = engine()?.backendName
  return (name === 'webgl' || name === 'webgpu') && isLibraryTensor(given) && typeof given.data === 'function'
}

/** Reads now. The WASM backend's `dataSync` copies the tensor, a view of its heap does not; it is used up before any allocation. */
export function readNow(given: unknown, name: string): Values {
  return (isLibraryTensor(given) && heapView(given, name)) || valuesOf(given, name)
}

export async function readLater(given: unknown, name: string): Promise<Values> {
  // The library keeps a tensor's data until pending reads are through, also when the tensor is disposed meanwhile.
  return mustWait(given) ? libraryValues(given, await given.data(), name) : valuesOf(given, name)
}

function heapView(tensor: LibraryTensor, name: string): Values | undefined {
  const backend = engine()?.backendName === 'wasm' ? engine()?.backend : undefined
  if (!backend?.typedArrayFromHeap) return undefined
  try {
    return libraryValues(tensor, backend.typedArrayFromHeap(tensor), name)
  } catch {
    // Data that lives on another backend; the ordinary way fetches it.
    return undefined
  }
}
