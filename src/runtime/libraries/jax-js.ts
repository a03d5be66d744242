import type { Adapter } from '../held.js'

/** An array of jax-js: handing it to anything uses it up, and each `.ref` lets it be used once more. */
interface JaxArray {
  shape: readonly number[]
  dtype: string
  device: string
  readonly ref: JaxArray
  slice(...ranges: [number, number][]): JaxArray
  data(): Promise<unknown>
  dataSync(): unknown
  dispose(): void
}

/** Only looks for `ref`: to read it would keep the array for ever. */
function isJaxArray(given: unknown): given is JaxArray {
  return typeof given === 'object' && given !== null && 'ref' in given && 'refCount' in given && 'dataSync' in given
}

/** Arrays of jax-js. A slice is made of what is read, and it is that which the reading uses up. */
export const jaxJs: Adapter = (given, name) => {
  if ('ref' in given && 'aval' in given && !('dataSync' in given))
    throw new TypeError(`${name}: the numbers of a traced value are not known inside jit and grad`)
  if (!isJaxArray(given)) return undefined
  const { shape, dtype, device } = given
  const part = (begin: readonly number[], size: readonly number[]) =>
    shape.length === 0 ? given.ref : given.ref.slice(...begin.map((start, axis): [number, number] => [start, start + size[axis]!]))
  if (device === 'cpu' || device === 'wasm') return { shape, dtype, take: ({ begin, size }) => part(begin, size).dataSync() }
  return { shape, dtype, fetch: ({ begin, size }) => part(begin, size).data() }
}

/** Lets arrays outlive a call that uses them up, until the function that is returned is called. */
export function keepArrays(args: readonly unknown[]): () => void {
  if (!args.some(isJaxArray)) return nothing
  const kept = args.filter(isJaxArray).map(({ ref }) => ref)
  return () => {
    for (const each of kept) each.dispose()
  }
}

function nothing(): void {}
