import type { Argument } from './context.js'
import type { Engine } from './engine.js'
import { positional } from './parameters.js'
import { type LibraryObject, type Unknown, unknown } from './value.js'

/** Why it is not known what an object gives after a method that registers a hook; undefined where the hook only looks on. */
export function hookOf(engine: Engine, object: LibraryObject, method: string, args: readonly Argument[]): Unknown | undefined {
  if (engine.catalog.method(object.package, object.type, method)?.mutates !== 'hook') return undefined
  const [given] = positional(engine, args).items
  const fn = given && engine.force(given)
  const node = fn?.is === 'function' ? engine.graph.node(fn.node) : undefined
  if (node?.type === 'function' && node.definition.result === null) return undefined
  return unknown('a hook may make something else of it')
}
