import type { Condition, NodeId } from '../graph/graph.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { assumptionOf, decide } from './merges.js'
import { union } from './union.js'
import type { RecordValue, Value } from './value.js'

/** Entries of an object that may be picked by a key which is known only at run time. */
const mostEntries = 24

/**
 * An entry whose key is not known: any of an object that is known whole. The key is a decision, taken alike wherever the
 * same value is the key, or is compared with a literal.
 */
export function entryByKey(
  engine: Engine,
  { test, decides }: { test: NodeId; decides?: Condition['key'] | undefined },
  { fields, open }: RecordValue,
  read: (name: string) => Value,
  ctx: Context,
): Value | undefined {
  if (open || fields.size === 0 || fields.size > mostEntries) return undefined
  const picked = [...fields.keys()].flatMap((name) => {
    const condition = decides === undefined ? undefined : { key: decides, value: name, test }
    const holds = condition && decide(engine, condition, ctx)
    if (holds === false) return []
    const when = condition && holds === undefined ? [assumptionOf(engine, condition, ctx)] : []
    return [{ value: read(name), when, via: 'callers' as const }]
  })
  return picked.length === 1 ? picked[0]!.value : union(picked)
}
