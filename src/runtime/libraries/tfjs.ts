import type { Box } from '../box.js'
import type { Adapter, Held } from '../held.js'

/** A tfjs tensor, by its shape as an object. */
export interface LibraryTensor {
  shape: readonly number[]
  dtype: string
  dataSync(): unknown
  data?(): Promise<unknown>
  dataId?: object
}

interface Info {
  dataId: object
  shape: readonly number[]
  dtype: string
}

interface Backend {
  /** On `wasm`. */
  typedArrayFromHeap?(tensor: LibraryTensor): unknown
  /** On `cpu`. */
  data?: { get(dataId: object): { values?: unknown } | undefined }
  read(dataId: object): Promise<unknown>
  disposeData(dataId: object): boolean
}

/** What of the tfjs engine, which every copy of tfjs shares through a global, tells where a tensor lives. */
interface Engine {
  backendName?: string
  registry?: Record<string, Backend>
  state?: { tensorInfo?: { get(dataId: object): { backend: Backend } | undefined } }
}

type Slice = (call: { inputs: { x: Info }; attrs: Box; backend: Backend }) => Info & { dispose?(): void }

interface TfjsGlobals {
  _tfengine?: Engine
  _tfGlobals?: Map<string, Map<string, { kernelFunc: Slice }>>
}

export function isLibraryTensor(given: unknown): given is LibraryTensor {
  return typeof given === 'object' && given !== null && 'dataSync' in given && typeof given.dataSync === 'function' && 'shape' in given
}

/**
 * Tensors of tfjs. In memory (`cpu`, `wasm`) there is a view of them; anywhere else (`webgl`, `webgpu`, Node's native backend, and
 * backends to come) a slice is read beside the program. Measured on WebGL: a synchronous read costs 5 to 80 ms a step, a slice in
 * flight nothing.
 */
export const tfjs: Adapter = (given, name) => {
  if (!isLibraryTensor(given)) return undefined
  if (given.dtype === 'string' || given.dtype === 'complex64')
    throw new TypeError(`${name}: expected a tensor of real numbers, got dtype ${given.dtype}`)
  const { shape, dtype } = given
  const [backendName, backend] = homeOf(given)
  if (backendName === 'wasm') return { shape, dtype, view: () => heapView(given, backend) ?? given.dataSync() }
  if (backendName === 'cpu') return { shape, dtype, view: () => heldValues(given, backend) ?? given.dataSync() }
  if (backendName === undefined) return { shape, dtype, view: () => given.dataSync() }
  return { shape, dtype, fetch: (box) => fetched(given, box, backendName, backend) } satisfies Held
}

/** The backend that holds the tensor's data, which need not be the current one. */
function homeOf({ dataId }: LibraryTensor): [string | undefined, Backend | undefined] {
  const engine = (globalThis as TfjsGlobals)._tfengine
  const own = dataId && engine?.state?.tensorInfo?.get(dataId)?.backend
  if (!own) return [engine?.backendName, undefined]
  const { registry = {}, backendName = '' } = engine ?? {}
  if (registry[backendName] === own) return [backendName, own]
  return [Object.keys(registry).find((name) => registry[name] === own) ?? engine?.backendName, own]
}

/** What the CPU's backend holds, which `dataSync` would copy wherever its type is not that of the array: labels, mostly. */
function heldValues({ dataId }: LibraryTensor, backend: Backend | undefined): unknown {
  const values = dataId && backend?.data?.get(dataId)?.values
  return ArrayBuffer.isView(values) ? values : undefined
}

/** A view of the WASM heap, where `dataSync` would copy; it is used up before any allocation. */
function heapView(tensor: LibraryTensor, backend: Backend | undefined): unknown {
  try {
    return backend?.typedArrayFromHeap?.(tensor)
  } catch {
    // A tensor without memory of its own, such as an empty one; the ordinary way knows what to do.
    return undefined
  }
}

/**
 * Reads a slice that belongs to nobody else: the backend's own kernel makes it, so that neither the engine's count of tensors,
 * nor a scope of `tidy`, nor the tape of gradients hears of it, and the tensor may be disposed of meanwhile.
 */
async function fetched(tensor: LibraryTensor, box: Box, backendName: string, backend: Backend | undefined): Promise<unknown> {
  const slice = (globalThis as TfjsGlobals)._tfGlobals?.get('kernelRegistry')?.get(`${backendName}_Slice`)?.kernelFunc
  if (!slice || !backend || !tensor.dataId) return tensor.data?.()
  const { dataId, dtype } = tensor
  // Nothing has rank 0 that can be sliced.
  const { begin, size } = tensor.shape.length > 0 ? box : { begin: [0], size: [1] }
  const part = slice({
    inputs: { x: { dataId, shape: tensor.shape.length > 0 ? tensor.shape : [1], dtype } },
    attrs: { begin, size },
    backend,
  })
  try {
    return await backend.read(part.dataId)
  } finally {
    // Node's native backend makes it a tensor of the engine.
    if (part.dispose) part.dispose()
    else backend.disposeData(part.dataId)
  }
}
