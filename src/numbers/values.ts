/** A tensor's numbers in row-major order. */
export interface Values {
  data: ArrayLike<number>
  /** Sizes of all axes; `[]` for a single number. */
  shape: readonly number[]
  /** As the library names it; `number` for plain JavaScript arrays, whose origin is unknown. */
  dtype: string
}

/** Nested arrays of numbers (or booleans), all of equal length at each depth; deeper nesting is a later axis. */
export type Nested = number | boolean | readonly Nested[]

/**
 * Flattens nested arrays; throws a `TypeError` that tells what was expected when they are ragged or hold anything else.
 * `name` is what the message calls the value.
 */
export function fromNested(nested: Nested, name = 'tensor'): Values {
  const shape = shapeOf(nested)
  const data: number[] = []
  const booleans = collect(nested, shape, 0, name, data)
  return { data, shape, dtype: booleans > 0 && booleans === data.length ? 'bool' : 'number' }
}

/** Number of entries of a tensor of that shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1)
}

function shapeOf(nested: Nested): number[] {
  const shape: number[] = []
  for (let inner: unknown = nested; isList(inner); inner = inner[0]) shape.push(inner.length)
  return shape
}

/** Appends the entries and returns how many of them are booleans. */
function collect(nested: unknown, shape: readonly number[], depth: number, name: string, data: number[]): number {
  if (depth === shape.length) {
    if (typeof nested !== 'number' && typeof nested !== 'boolean')
      throw new TypeError(`${name}: expected a number ${at(depth)}, got ${describe(nested)}`)
    data.push(Number(nested))
    return typeof nested === 'boolean' ? 1 : 0
  }
  if (!isList(nested) || nested.length !== shape[depth])
    throw new TypeError(`${name}: expected arrays of length ${shape[depth]} ${at(depth)}, got ${describe(nested)}`)
  let booleans = 0
  for (let i = 0; i < nested.length; i++) booleans += collect(nested[i], shape, depth + 1, name, data)
  return booleans
}

function at(depth: number): string {
  return depth === 0 ? 'at the top' : `at depth ${depth}`
}

function describe(given: unknown): string {
  return isList(given) ? `one of length ${given.length}` : given === null ? 'null' : typeof given
}

/** Typed arrays are welcome as innermost rows. */
function isList(given: unknown): given is ArrayLike<unknown> {
  return Array.isArray(given) || (ArrayBuffer.isView(given) && !(given instanceof DataView))
}

/** The dtype of floats of which it is not known how many bits they have. */
export const someFloat = 'float'

export function isFloat(dtype: string): boolean {
  return dtype.startsWith(someFloat)
}
