import { fromNested, type Nested, sizeOf, type Values } from '../numbers/values.js'
import type { Place } from '../place.js'
import type { Engine } from './engine.js'
import { type Lazy, unknown, type Value } from './value.js'

/** Entries that a literal may have; beyond it nobody wrote them by hand. */
const most = 1 << 20

/** A tensor made of numbers that the source spells out, reshaped when a shape is given. */
export function literalTensor(engine: Engine, pkg: string, at: Place, data: Lazy, shape: Lazy | undefined): Value {
  const given = engine.force(data)
  if (given.is === 'unknown' || given.is === 'nothing' || given.is === 'tensor') return given
  const values = valuesOf(engine, given)
  if (!values) return unknown('its numbers are not all written out in the source')
  const wanted = shape === undefined ? undefined : shapeOf(engine, engine.force(shape))
  const literal = wanted && sizeOf(wanted) === values.data.length ? { ...values, shape: wanted } : values
  return { is: 'tensor', package: pkg, claims: [], facts: { shape: literal.shape }, literal, at }
}

/** The numbers of nested literal arrays; undefined when anything in them is not a number, or rows differ in length. */
export function valuesOf(engine: Engine, value: Value): Values | undefined {
  let left = most
  const collect = (lazy: Lazy): Nested | undefined => {
    if (--left < 0) return undefined
    const one = engine.force(lazy)
    if (one.is === 'literal' && (typeof one.value === 'number' || typeof one.value === 'boolean')) return one.value
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
    return fromNested(nested)
  } catch {
    return undefined
  }
}

function shapeOf(engine: Engine, value: Value): number[] | undefined {
  if (value.is !== 'list' || value.open) return undefined
  const sizes = value.items.map((item) => engine.force(item))
  return sizes.every((size) => size.is === 'literal' && typeof size.value === 'number')
    ? sizes.map((size) => Number(size.is === 'literal' ? size.value : 0))
    : undefined
}
