import type { NodeId } from '../graph/graph.js'
import type { Context } from './context.js'
import { stepsThatSet } from './effects.js'
import type { Engine } from './engine.js'
import { identity } from './identity.js'
import { memberOf } from './members.js'
import { evaluateShared, type Writer, writer } from './shared.js'
import { mapValue } from './union.js'
import { isEmpty, isThunk, type Lazy, nothing, type RecordValue, type Value } from './value.js'

/** `this` in a method of an object literal that is called from anywhere: its members as the literal and its methods set them. */
export function literalState(engine: Engine, literal: NodeId, ctx: Context): Value {
  return mapValue(engine.evaluate(literal, ctx), (one) => (one.is === 'record' ? withState(engine, one, literal, ctx) : one))
}

/** A receiver that is known, with what its methods set where nothing has been set as far as that is seen. */
export function filledIn(engine: Engine, received: Value, literal: NodeId, ctx: Context): Value {
  return mapValue(received, (one) => {
    if (one.is !== 'record') return one
    const empty = [...one.fields].filter(([, field]) => isEmpty(engine.force(field))).map(([key]) => key)
    const state = empty.length > 0 ? literalState(engine, literal, ctx) : one
    if (state.is !== 'record') return one
    const filled = empty.flatMap((key): [string, Lazy][] => (state.fields.has(key) ? [[key, state.fields.get(key)!]] : []))
    return { ...one, fields: new Map([...one.fields, ...filled]) }
  })
}

function withState(engine: Engine, record: RecordValue, literal: NodeId, ctx: Context): Value {
  const fields = new Map(record.fields)
  for (const [key, writers] of writersOf(engine, record, literal, ctx)) {
    const initial = record.fields.get(key)
    const all = initial === undefined ? writers : [writer(() => engine.force(initial)), ...writers]
    fields.set(key, evaluateShared(engine, `literal:${literal}:${ctx.id}:${key}`, all))
  }
  return { ...record, fields }
}

/** The methods that set each member. */
function writersOf(engine: Engine, record: RecordValue, literal: NodeId, ctx: Context): Map<string, Writer[]> {
  const writers = new Map<string, Writer[]>()
  for (const field of record.fields.values()) {
    const fn = isThunk(field) ? engine.graph.node(field.node) : undefined
    if (!isThunk(field) || fn?.type !== 'function' || fn.definition.method !== literal) continue
    for (const key of stepsThatSet(engine, field.node))
      if (!key.startsWith('('))
        writers.set(key, [...(writers.get(key) ?? []), writer((found) => leftBy(engine, field.node, { key, found }, ctx))])
  }
  return writers
}

/** What a method leaves in a member; a run that finds a value there is another one than that which finds nothing yet. */
function leftBy(engine: Engine, fn: NodeId, { key, found }: { key: string; found: Value | undefined }, outer: Context): Value {
  const node = engine.graph.node(fn)
  const end = node.type === 'function' ? node.definition.thisAtEnd : null
  const run = found ? `:${identity(found)}` : ''
  const ctx = engine.enter(`open:${fn}:${outer.id}${run}`, { function: fn, args: [], outer, caller: null, open: true })
  return end === null || !ctx ? nothing : memberOf(engine, engine.evaluate(end, ctx), key)
}
