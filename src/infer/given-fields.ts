import { ancestry, definitionOf } from './classes.js'
import type { Argument } from './context.js'
import type { Engine } from './engine.js'
import { byKeyword, positional } from './parameters.js'
import { type ClassValue, type Lazy, unknown } from './value.js'

/**
 * Fields with which an instance is made whose class has no constructor but that which a library makes of the declared
 * fields: by position, those of the classes that are extended first, or by keyword.
 */
export function fieldsGiven(engine: Engine, cls: ClassValue, args: readonly Argument[]): Map<string, Lazy> {
  const classes = ancestry(engine, cls).reverse()
  const names = [...new Set(classes.flatMap(({ node }) => definitionOf(engine, node)?.declared ?? []))]
  const fields = new Map<string, Lazy>()
  if (names.length === 0) return fields
  const { items, open } = positional(engine, args)
  const rest = open ? unknown('it comes from a list that is spread into the call') : undefined
  names.forEach((name, index) => {
    const given = items[index] ?? byKeyword(engine, name, args) ?? rest
    if (given) fields.set(name, given)
  })
  return fields
}
