import type { NodeOf } from '../graph/graph.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { memberOf } from './members.js'
import { assumptionOf, decide } from './merges.js'
import { union, type Value } from './value.js'

/** Entries of an object that may be picked by a key which is known only at run time. */
const mostEntries = 24

/**
 * A member whose key is not known: any of an object that is known whole. The key is a decision, taken alike wherever the
 * same value is the key, or is compared with a literal.
 */
export function memberByKey(engine: Engine, node: NodeOf<'member'>, object: Value, ctx: Context): Value | undefined {
  if (object.is !== 'record' || object.open || object.fields.size === 0 || object.fields.size > mostEntries) return undefined
  if (typeof node.key === 'string') return undefined
  const { key: test, decides } = node
  const picked = [...object.fields.keys()].flatMap((name) => {
    const condition = decides === undefined ? undefined : { key: decides, value: name, test }
    const holds = condition && decide(engine, condition, ctx)
    if (holds === false) return []
    const when = condition && holds === undefined ? [assumptionOf(engine, condition, ctx)] : []
    return [{ value: memberOf(engine, object, name), when, via: 'callers' as const }]
  })
  return picked.length === 1 ? picked[0]!.value : union(picked)
}
