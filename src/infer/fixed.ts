import type { NodeId, NodeOf, VariableId } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { isOrigin, waysBack } from './steps.js'
import type { Lazy, Value } from './value.js'

/**
 * What a variable that functions share holds, when it is given a value once and that is no object whose contents are
 * followed: whatever the functions do to it, in whatever order, they do not change what is known. Undefined for all others.
 */
export function fixedValue(engine: Engine, id: VariableId, ctx: Context): Value | undefined {
  const table = remembered(tables, engine, () => new Map<VariableId, Origin | null>())
  const origin = remembered(table, id, () => originOf(engine, id))
  const value = origin && engine.evaluate(origin.node, ctx)
  if (value?.is === 'unknown') return withMembers(value, origin!, ctx)
  return value && fixed.has(value.is) ? value : undefined
}

const fixed: ReadonlySet<Value['is']> = new Set(['tensor', 'function', 'library', 'method', 'builtin'])

/** Where a variable's only value comes from, and the members that it is given. */
interface Origin {
  node: NodeId
  given: readonly NodeOf<'assigned'>[]
}

const tables = new WeakMap<Engine, Map<VariableId, Origin | null>>()

function originOf(engine: Engine, id: VariableId): Origin | null {
  const { once, scope, ends } = engine.graph.variable(id)
  const own = once ? ends.find((end) => end.function === scope) : undefined
  if (!own) return null
  const given: NodeOf<'assigned'>[] = []
  const [first, ...others] = originsOf(engine, own.node, given)
  for (const end of ends) if (end !== own) originsOf(engine, end.node, given)
  return first === undefined || others.length > 0 ? null : { node: first, given }
}

/** The values that an object was before it was changed and named; the members that it was given on the way. */
function originsOf({ graph }: Engine, end: NodeId, given: NodeOf<'assigned'>[]): NodeId[] {
  return [...waysBack(graph, end)].filter((id) => {
    const node = graph.node(id)
    if (node.type === 'assigned') given.push(node)
    return isOrigin(node)
  })
}

function withMembers(value: Extract<Value, { is: 'unknown' }>, { given }: Origin, ctx: Context): Value {
  if (given.length === 0) return value
  const fields = new Map<string, Lazy>(value.fields)
  const keys = new Set(given.map(({ key }) => key).filter((key) => typeof key === 'string'))
  for (const key of keys) {
    const values = given.filter((each) => each.key === key)
    const join = values.map((each) => ({ value: { node: each.value, ctx }, when: [], via: 'shared' as const }))
    fields.set(key, join.length === 1 ? join[0]!.value : { join })
  }
  return { ...value, fields }
}
