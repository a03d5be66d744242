import { fromNested, type Nested, sizeOf, someFloat, type Values } from '../numbers/values.js'
import { named } from './dtypes.js'
import type { Engine } from './engine.js'
import type { Operation } from './tensors.js'
import { isEmpty, type Lazy, unknown, type Value } from './value.js'

/** Entries that a literal may have; beyond it nobody wrote them by hand. */
const most = 1 << 20

/** A tensor made of numbers that the source spells out, reshaped when a shape is given. */
export function literalTensor({ engine, contract, at, options }: Operation, data: Lazy): Value {
  const given = engine.force(data)
  if (given.is === 'unknown' || given.is === 'nothing' || given.is === 'tensor') return given
  const values = valuesOf(engine, given)
  if (!values) return unknown('its numbers are not all written out in the source')
  const dtype = dtypeOf(engine, contract.package, options.get('dtype'), values.dtype)
  const shape = shapeOf(engine, options.get('shape'), values.data.length) ?? values.shape
  return { is: 'tensor', package: contract.package, claims: [], facts: { shape }, literal: { ...values, shape, dtype }, at }
}

/** The dtype that an option names; without one, what the numbers themselves show. */
function dtypeOf(engine: Engine, pkg: string, option: Lazy | undefined, shown: string): string {
  const value = option && engine.force(option)
  if (!value || isEmpty(value)) return shown
  return named(pkg, value) ?? 'number'
}

/** The numbers of nested literal arrays; undefined when anything in them is not a number, or rows differ in length. */
export function valuesOf(engine: Engine, value: Value): Values | undefined {
  let left = most
  const written = { integer: 0, float: 0 }
  const collect = (lazy: Lazy): Nested | undefined => {
    if (--left < 0) return undefined
    const one = engine.force(lazy)
    if (one.is === 'literal' && (typeof one.value === 'number' || typeof one.value === 'boolean')) {
      if (one.numeric) written[one.numeric]++
      return one.value
    }
    if (one.is !== 'list' || one.open || one.items.length === 0) return undefined
    const items: Nested[] = []
    for (const item of one.items) {
      const inner = collect(item)
      if (inner === undefined) return undefined
      items.push(inner)
    }
    return items
  }
  const nested = collect(value)
  if (nested === undefined) return undefined
  try {
    const values = fromNested(nested)
    const dtype = written.float > 0 ? someFloat : written.integer === values.data.length ? 'int64' : values.dtype
    return { ...values, dtype }
  } catch {
    return undefined
  }
}

/** The shape that a list of numbers spells out for so many entries, -1 resolved; undefined when they do not fit it. */
export function shapeOf(engine: Engine, lazy: Lazy | undefined, entries: number): number[] | undefined {
  const value = lazy && engine.force(lazy)
  if (value?.is !== 'list' || value.open) return undefined
  const sizes = value.items.map((item) => {
    const size = engine.force(item)
    return size.is === 'literal' && typeof size.value === 'number' ? size.value : Number.NaN
  })
  const known = sizeOf(sizes.filter((size) => size !== -1))
  const shape = sizes.map((size) => (size === -1 ? entries / known : size))
  return sizeOf(shape) === entries ? shape : undefined
}
