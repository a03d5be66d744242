import type { Facts } from '../claims.js'
import type { Contract } from '../contracts/contract.js'
import type { Argument } from './context.js'
import type { Engine } from './engine.js'
import { type Lazy, mapValue, type Value } from './value.js'

/** Axes that a value is known to have at least. */
function rankOf(value: Value): number | undefined {
  return value.is === 'tensor' ? (value.facts.shape?.length ?? value.facts.rank) : undefined
}

/** What is known of the rank of a result that has the axes of its input. */
export function rankFrom(input: Value): Facts {
  const rank = rankOf(input)
  return rank === undefined ? {} : { rank }
}

/** The result of a call, with the axes that the call itself tells. */
export function ranked(engine: Engine, { rank: told }: Contract, args: readonly Argument[], result: Value): Value {
  const rank = told === 'sizes' ? sizesIn(engine, args) : told
  if (rank === undefined) return result
  return mapValue(result, (one) => (one.is === 'tensor' && !one.facts.shape ? { ...one, facts: { ...one.facts, rank } } : one))
}

/** How many sizes a call is given: the items of a list, or else the numbers. */
function sizesIn(engine: Engine, args: readonly Argument[]): number | undefined {
  const values = args.map(({ value, spread }) => (spread ? undefined : engine.force(value)))
  const list = values.find((value) => value?.is === 'list')
  if (list) return listedSizes(engine, list)
  const numbers = args.flatMap(({ keyword }, index) => (keyword === undefined ? [values[index]] : []))
  return numbers.length > 0 && numbers.every((value) => value?.is === 'literal' && typeof value.value === 'number')
    ? numbers.length
    : undefined
}

/** How many axes a shape tells. */
export function listedSizes(engine: Engine, shape: Lazy | undefined): number | undefined {
  const list = shape && engine.force(shape)
  if (list?.is !== 'list' || list.open) return undefined
  const [first, ...others] = list.items
  const inner = first !== undefined && others.length === 0 ? engine.force(first) : undefined
  if (inner === undefined || inner.is === 'literal') return list.items.length
  return inner.is === 'list' && !inner.open ? inner.items.length : undefined
}
