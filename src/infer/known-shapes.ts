import type { Facts } from '../claims.js'
import type { Contract } from '../contracts/contract.js'
import type { Shape } from '../shapes.js'
import type { Engine } from './engine.js'
import { present } from './union.js'
import { isEmpty, type Lazy, optionsOf, type Value } from './value.js'

/** What is known of the axes of a value: all of them with their sizes, or how many there are at least. */
export interface Axes {
  shape?: Shape
  least: number
}

/** The axes of a value; of one of several that may arrive, what all of them have. */
export function axesOf(value: Value): Axes {
  const [first, ...others] = optionsOf(present(value)).map(axesOfOne)
  if (!first) return { least: 0 }
  const alike = others.every(({ shape }) => String(shape) === String(first.shape))
  return { ...(alike && first.shape && { shape: first.shape }), least: Math.min(first.least, ...others.map(({ least }) => least)) }
}

function axesOfOne(value: Value): Axes {
  if (value.is === 'literal' && typeof value.value === 'number') return { shape: [], least: 0 }
  if (value.is !== 'tensor') return { least: 0 }
  const shape = value.literal?.shape ?? value.facts.shape
  return { ...(shape && { shape }), least: shape?.length ?? value.facts.rank ?? 0 }
}

/** The axes of a value that a call takes which refuses others than those of some ranks. */
export function taken({ ranks }: Contract, { shape, least }: Axes): Axes {
  if (!ranks) return { ...(shape && { shape }), least }
  const [fewest, most] = ranks
  const known = shape && shape.length >= fewest && shape.length <= most ? shape : undefined
  const atLeast = Math.min(Math.max(least, fewest), most)
  if (known) return { shape: known, least: known.length }
  return { ...(atLeast === most && { shape: Array<null>(most).fill(null) }), least: atLeast }
}

/** What is known of the rank of a result that has the axes of its input. */
export function rankFrom(input: Value): Facts {
  const { least } = axesOf(input)
  return least > 0 ? { rank: least } : {}
}

/** The sizes that a shape lists, written as one list or as several numbers; undefined where it is not known how many there are. */
export function sizesIn(engine: Engine, shape: Lazy | undefined): Shape | undefined {
  const value = shape && engine.force(shape)
  if (value?.is === 'literal') return isEmpty(value) || typeof value.value !== 'number' ? undefined : [value.value]
  if (value?.is !== 'list' || value.open || value.grown) return undefined
  const items = value.items.map((item) => engine.force(item))
  const [only] = items
  if (only !== undefined && items.length === 1) return only.is === 'list' || only.is === 'literal' ? sizesIn(engine, only) : undefined
  return items.map((item) => (item.is === 'literal' && typeof item.value === 'number' ? item.value : null))
}
