import type { NodeId, NodeOf, Variable, VariableEnd } from '../graph/graph.js'
import { callAround } from './callers.js'
import { argumentsOf, enterFunction } from './calls.js'
import { type Context, root } from './context.js'
import type { Engine } from './engine.js'
import { fixedValue } from './fixed.js'
import { evaluateGlobal } from './globals.js'
import { identity } from './identity.js'
import { readsLate } from './late.js'
import { endOfRound, runsIn } from './rounds.js'
import { before } from './steps.js'
import { mapValue, union } from './union.js'
import { isEmpty, isThunk, type Lazy, type LibraryObject, nothing, type RecordValue, unknown, type Value } from './value.js'
import { tooNested } from './work.js'

/** One function that sets something which several share, and what it leaves there. */
export interface Writer {
  read(): Value
  /** The same where it finds a value there. */
  after(found: Value): Value
}

export function writer(left: (found?: Value) => Value): Writer {
  return { read: left, after: left }
}

/**
 * What several functions leave in one place (a variable of an outer scope, a field). Writers that make a value of their
 * own give the alternatives; a writer that changes what it found (adds a layer) is applied to them. The order in which
 * functions run is not known, so two that change the value leave it unknown.
 */
export function evaluateShared(engine: Engine, name: string, writers: readonly Writer[]): Value {
  const made = engine.once(name, () => ({ is: 'list', items: writers.map((writer) => writer.read()), open: false }))
  if (made.is !== 'list') return made
  const values = made.items.map((item) => engine.force(item))
  const filled = values.filter((value) => value.is !== 'nothing' && !isEmpty(value))
  const alternatives = filled.length > 0 ? filled : values
  const start = engine.once(`${name} joined`, () =>
    alternatives.length === 1 ? alternatives[0]! : union(alternatives.map((value) => ({ value, via: 'shared' }))),
  )
  const changers = writers.filter((_, index) => values[index]!.is === 'nothing')
  if (changers.length === 0 || !isChangeable(start)) return start
  return engine.once(`${name} changed`, () => changedBy(engine, start, changers), start)
}

function changedBy(engine: Engine, start: Value, changers: readonly Writer[]): Value {
  const changed = changers.map((writer) => writer.after(start)).filter((value) => grew(engine, start, value))
  if (start.is === 'record' && changed.every((value) => value.is === 'record')) return fieldsOf(engine, start, changed)
  if (changed.length > 1) return unknown('several functions change the same value, in an order that is not known')
  return changed[0] ?? start
}

/** An object whose fields several functions set: each holds what one of them leaves there. */
function fieldsOf(engine: Engine, start: RecordValue, changed: readonly RecordValue[]): Value {
  const fields = new Map(start.fields)
  for (const key of new Set(changed.flatMap((value) => [...value.fields.keys()]))) {
    const first = start.fields.get(key)
    const later = changed
      .map((value) => value.fields.get(key))
      .filter((field) => field !== undefined && field !== first && !isLookedAt(engine, key, field))
    const kept = first === undefined || (later.length > 0 && isEmpty(engine.force(first))) ? later : [first, ...later]
    fields.set(key, kept.length === 1 ? kept[0]! : { join: kept.map((value) => ({ value: value!, when: [], via: 'shared' as const })) })
  }
  return { ...start, fields, open: start.open || changed.some((value) => value.open) }
}

/** Values that can be added to in place. */
function isChangeable(value: Value): boolean {
  if (value.is === 'union') return value.options.some((option) => isChangeable(option.value))
  return (value.is === 'object' && value.layers !== undefined) || value.is === 'list' || value.is === 'record'
}

/** Looking on, as `predict` does, changes nothing; only layers and fields that were added count. */
function grew(engine: Engine, before: Value, after: Value): boolean {
  if (before.is === 'object' && after.is === 'object')
    return before.layers?.length !== after.layers?.length || isReplaced(engine, before, after)
  if (before.is === 'list' && after.is === 'list') return before.items.length !== after.items.length
  if (before.is === 'record' && after.is === 'record')
    return (
      before.open !== after.open ||
      [...after.fields].some(([key, field]) => before.fields.get(key) !== field && !isLookedAt(engine, key, field))
    )
  return (
    before.is === 'union' &&
    after.is === 'union' &&
    before.options.some((option, index) => grew(engine, option.value, after.options[index]?.value ?? nothing))
  )
}

/** Whether a layer that has a name is another one. */
function isReplaced(engine: Engine, before: LibraryObject, { layers, names }: LibraryObject): boolean {
  return names?.some((name, index) => layers?.[index] !== before.layers?.[index] && !isLookedAt(engine, name, layers![index]!)) ?? false
}

/** True when all that happened to a field is that what it holds was called. */
function isLookedAt(engine: Engine, key: string, field: Lazy): boolean {
  if (!isThunk(field)) return false
  const from = before(engine.graph, field.node, 'changed')
  const node = engine.graph.node(from)
  return from !== field.node && node.type === 'member' && node.key === key
}

/** A variable of an outer scope, seen from a function that has not set it. */
export function evaluateCaptured(engine: Engine, node: NodeOf<'captured'>, ctx: Context): Value {
  const variable = engine.graph.variable(node.variable)
  const { file } = node.span
  if (readsLate(engine, node, ctx))
    return unknown(`the loop has gone on when \`${variable.name}\` is read in a function that a round of it made`)
  if (node.round !== undefined) return engine.evaluate(node.round, ctx)
  const isGlobal = variable.scope === null && engine.graph.module(file)?.globals.has(variable.name)
  const fixed = isGlobal ? undefined : fixedValue(engine, node.variable, ctx)
  if (fixed) return fixed
  const round = engine.frame(ctx, node.reader)
  const end = round.round?.previous && variable.ends.find((each) => each.function === node.reader)
  if (end) return endOfRound(engine, end.node, round.round!.previous!)
  const seen = seenBy(engine, node, round)
  if (seen !== undefined) return engine.evaluate(seen, round.caller ?? root)
  const name = `variable:${node.variable}:${scopeOf(engine, variable, ctx).id}`
  const created = node.created === null || !isInline(engine, node.reader) ? undefined : engine.evaluate(node.created, ctx)
  if (created && !isEmpty(created))
    return round.round || runsAtOnce(engine, node.reader!) ? created : orLater(engine, created, variable, ctx)
  const own = foundBy(ctx, name) ?? evaluateShared(engine, name, writersOf(engine, name, variable, ctx))
  const shared = isGlobal ? evaluateGlobal(engine, variable.name, file, own) : own
  return variable.seen && round.function !== node.reader ? union([...atCalls(engine, node), { value: shared, via: 'shared' }]) : shared
}

/** What the variable held when its reader was called, where the call is known. */
function seenBy(engine: Engine, { variable, reader }: NodeOf<'captured'>, { function: fn, event }: Context): NodeId | undefined {
  const call = event === undefined || fn !== reader ? undefined : engine.graph.node(event)
  return call?.type === 'call' ? call.sees?.get(variable) : undefined
}

/** What the variable held at the calls of its reader that can be seen. */
function atCalls(engine: Engine, { variable, reader }: NodeOf<'captured'>): { value: Value; via: 'shared' }[] {
  const callers = (reader !== null && engine.callers(reader)) || []
  return callers.flatMap(({ call: id, unknown }) => {
    if (unknown) return [{ value: unknown, via: 'shared' as const }]
    const call = id === null ? undefined : engine.graph.node(id)
    const seen = call?.type === 'call' ? call.sees?.get(variable) : undefined
    return seen === undefined ? [] : [{ value: engine.evaluate(seen, root), via: 'shared' as const }]
  })
}

/** A variable after a call: as the called function leaves it. */
export function evaluateAffected(engine: Engine, { variable, before, event }: NodeOf<'affected'>, ctx: Context): Value {
  const call = engine.graph.node(event)
  const fixed = fixedValue(engine, variable, ctx)
  if (fixed || call.type !== 'call') return fixed ?? engine.evaluate(before, ctx)
  const endIn = (fn: Value) =>
    fn.is === 'function' ? engine.graph.variable(variable).ends.find((each) => each.function === fn.node) : undefined
  return mapValue(engine.evaluate(call.callee, ctx), (callee) => {
    const end = endIn(callee)
    if (!end || callee.is !== 'function') return afterCallbacks(engine, { variable, before, event }, endIn, ctx)
    const inside = enterFunction(engine, callee, argumentsOf(call, ctx), `${event}:${ctx.id}`, ctx, { event })
    return inside ? engine.evaluate(end.node, inside) : tooNested('functions')
  })
}

/** After a call that is given functions: it runs them for each item of a list, or perhaps. */
function afterCallbacks(
  engine: Engine,
  { before, event }: Pick<NodeOf<'affected'>, 'variable' | 'before' | 'event'>,
  endIn: (fn: Value) => VariableEnd | undefined,
  ctx: Context,
): Value {
  const call = engine.graph.node(event)
  for (const { node } of call.type === 'call' ? call.args : []) {
    const end = endIn(engine.evaluate(node, ctx))
    if (!end) continue
    const last = runsIn(engine, event, node, ctx)?.at(-1)
    if (last) return endOfRound(engine, end.node, last)
    return union([before, end.node].map((each) => ({ value: engine.evaluate(each, ctx), via: 'shared' })))
  }
  return engine.evaluate(before, ctx)
}

/** The activation that has the variable: a round of a loop has its own. */
function scopeOf(engine: Engine, { scope }: Variable, ctx: Context): Context {
  let inner: Context | undefined
  for (let frame: Context | null = ctx; frame; frame = frame.outer) {
    if (frame.function === scope) return inner ?? frame
    const isRound = frame.function !== null && engine.graph.node(frame.function).type === 'loop'
    inner = isRound ? (inner ?? frame) : undefined
  }
  return inner ?? engine.frame(ctx, scope)
}

/** A callback that may run at any time finds the variable as it was then, or as its own scope leaves it. */
function orLater(engine: Engine, created: Value, { scope, ends }: Variable, ctx: Context): Value {
  const last = ends.find((end) => end.function === scope)
  if (!last) return created
  return union([
    { value: created, via: 'shared' },
    { value: engine.evaluate(last.node, ctx), via: 'shared' },
  ])
}

function writersOf(engine: Engine, name: string, variable: Variable, ctx: Context): Writer[] {
  return variable.ends
    .filter((end) => !end.indirect)
    .map(({ function: fn, node }) =>
      writer((value) => engine.evaluate(node, (value && fn !== null && finding(engine, fn, { name, value }, ctx)) || ctx)),
    )
}

/** An activation of a function that finds a value in a variable. */
function finding(engine: Engine, fn: NodeId, finds: NonNullable<Context['finds']>, ctx: Context): Context | undefined {
  const key = `finding:${fn}:${finds.name}:${identity(finds.value)}:${ctx.id}`
  return engine.enter(key, { function: fn, args: [], outer: ctx, caller: null, open: true, finds })
}

function foundBy(ctx: Context, name: string): Value | undefined {
  for (let frame: Context | null = ctx; frame; frame = frame.outer) if (frame.finds?.name === name) return frame.finds.value
  return undefined
}

function isInline(engine: Engine, reader: NodeId | null): boolean {
  const node = reader === null ? undefined : engine.graph.node(reader)
  return node?.type === 'function' && node.definition.inline
}

/** Functions of libraries, such as `tidy`, and those of arrays call their callback before they return. */
function runsAtOnce(engine: Engine, reader: NodeId): boolean {
  const call = callAround(engine, reader)
  if (!call || call.callee === reader) return call !== undefined
  const callee = engine.evaluate(call.callee, root)
  return callee.is === 'library' || callee.is === 'method' || (callee.is === 'builtin' && callee.receiver?.is === 'list')
}
