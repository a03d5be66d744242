import type { NodeId, NodeOf } from '../graph/graph.js'
import type { Does } from '../graph/language.js'
import { callIdAround } from './callers.js'
import { argumentsOf, enterFunction } from './calls.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { contractOf } from './found-use.js'
import { iterated } from './map-methods.js'
import { mapValue } from './union.js'
import { type Closure, type Lazy, type List, literal, unknown, type Value } from './value.js'

/** Longest list, and most rounds of loops within each other, that are followed round by round. */
export const longest = 64
const mostRounds = 128

/** A variable after a loop, or after a callback ran for each item: what the last round leaves. */
export function evaluateRounds(engine: Engine, node: NodeOf<'rounds'>, ctx: Context): Value {
  const rounds = roundsOf(engine, node.of, ctx)
  if (!rounds) return engine.evaluate(node.otherwise, ctx)
  const last = rounds.at(-1)
  return last ? endOfRound(engine, node.after, last) : engine.evaluate(node.before, ctx)
}

/** A list whose items a loop changed; which items there are is not known where the rounds are not. */
export function evaluateItems(engine: Engine, { list, of, after }: NodeOf<'items'>, ctx: Context): Value {
  return mapValue(engine.evaluate(list, ctx), (value) =>
    value.is === 'list' ? changedItems(value, after, roundsOf(engine, of, ctx)) : value,
  )
}

function changedItems(list: List, after: NodeId, rounds: readonly Context[] | undefined): Value {
  return rounds?.length === list.items.length
    ? { ...list, items: rounds.map((ctx) => ({ node: after, ctx })) }
    : { is: 'list', items: [], open: true }
}

/** What a node holds in a round: those of earlier rounds first, lest each waits for the one before. */
export function endOfRound(engine: Engine, node: NodeId, last: Context): Value {
  const waiting: Context[] = []
  for (let at = last.round?.previous; at && !engine.known(node, at); at = at.round?.previous) waiting.push(at)
  for (const round of waiting.reverse()) engine.evaluate(node, round)
  return engine.evaluate(node, last)
}

/** The item of the round in which a context runs; undefined when it runs in none that is known. */
export function itemOf(engine: Engine, node: NodeOf<'item'>, ctx: Context): Lazy | undefined {
  const loop = ctx.round && ctx.function !== null ? engine.graph.node(ctx.function) : undefined
  return loop?.type === 'loop' && loop.of === node.of ? ctx.args[0]?.value : undefined
}

/** The rounds of a loop, or the runs of a callback; undefined when it cannot be told how many there are. */
function roundsOf(engine: Engine, id: NodeId, ctx: Context): readonly Context[] | undefined {
  const node = engine.graph.node(id)
  if (node.type === 'function') return runsOf(engine, id, ctx)
  if (node.type !== 'loop') return undefined
  if (node.of === null) return node.test === null ? undefined : counted(engine, id, node.test, ctx)
  const list = iterated(engine, engine.evaluate(node.of, ctx))
  return list.is === 'list' && !list.open ? eachOf(engine, id, list.items, ctx) : undefined
}

/** Of an empty list it is not believed that it stays so: others may fill it. */
function eachOf(engine: Engine, id: NodeId, items: readonly Lazy[], ctx: Context): Context[] | undefined {
  const rounds: Context[] = []
  if (items.length === 0 || items.length > longest) return undefined
  for (const item of items) {
    const round = enterRound(engine, id, item, { ctx, previous: rounds.at(-1) ?? null, count: items.length })
    if (!round) return undefined
    rounds.push(round)
  }
  return rounds
}

/** Rounds of a loop whose test is a literal in each. */
function counted(engine: Engine, id: NodeId, test: NodeId, ctx: Context): readonly Context[] | undefined {
  const rounds: Context[] = []
  for (;;) {
    const round = enterRound(engine, id, undefined, { ctx, previous: rounds.at(-1) ?? null, count: 1 })
    const holds = round && engine.evaluate(test, round)
    if (holds?.is !== 'literal') return undefined
    if (!holds.value) return within(rounds, ctx)
    if (rounds.push(round!) > longest) return undefined
  }
}

function within(rounds: readonly Context[], ctx: Context): readonly Context[] | undefined {
  const of = (ctx.round?.of ?? 1) * rounds.length
  for (const { round } of rounds) round!.of = of
  return of > mostRounds ? undefined : rounds
}

function enterRound(
  engine: Engine,
  id: NodeId,
  item: Lazy | undefined,
  { ctx, previous, count }: { ctx: Context; previous: Context | null; count: number },
): Context | undefined {
  const of = (ctx.round?.of ?? 1) * count
  if (of > mostRounds) return undefined
  const name = previous === null ? `rounds:${id}:${ctx.id}` : `round:${previous.id}`
  const args = item === undefined ? [] : [{ value: item }]
  return engine.enter(name, { function: id, args, self: ctx.self, outer: ctx, caller: ctx.caller, round: { previous, of } })
}

/** The runs of an inline function before the call that it is written in returns. */
function runsOf(engine: Engine, id: NodeId, ctx: Context): readonly Context[] | undefined {
  const callId = callIdAround(engine, id)
  return callId === undefined ? undefined : runsIn(engine, callId, id, ctx)
}

/** The runs of a function that a call is given, before the call returns; undefined when they are not known. */
export function runsIn(engine: Engine, callId: NodeId, id: NodeId, ctx: Context): readonly Context[] | undefined {
  const call = engine.graph.node(callId)
  const fn = engine.evaluate(id, ctx)
  const node = fn.is === 'function' ? engine.graph.node(fn.node) : undefined
  if (call.type !== 'call' || fn.is !== 'function' || node?.type !== 'function' || node.definition.async) return undefined
  const site = { key: `${callId}:${ctx.id}`, ctx, event: callId }
  const once = (run: Context | undefined) => run && [run]
  if (call.callee === id) return once(enterFunction(engine, fn, argumentsOf(call, ctx), site.key, ctx, { event: callId }))
  const callee = engine.evaluate(call.callee, ctx)
  if (contractOf(engine, callee)?.gives === 'callback') return once(enterFunction(engine, fn, [], site.key, ctx))
  if (callee.is !== 'builtin' || callee.receiver?.is !== 'list' || !callee.does || !iterating.has(callee.does) || call.args[0]?.node !== id)
    return undefined
  const list = callee.receiver
  if (list.open || list.items.length === 0) return undefined
  const start = call.args[1] && { node: call.args[1].node, ctx }
  return callee.does === 'folds all' ? foldOver(engine, fn, list, start, site) : runsOver(engine, fn, list, site)
}

/** Methods of arrays that run their callback for each item, to the last. */
const iterating: ReadonlySet<Does> = new Set(['runs for each', 'maps each', 'maps each and flattens', 'keeps some', 'folds all'] as const)

/** The call that runs a callback. */
interface Site {
  key: string
  ctx: Context
  event: NodeId
}

/** The runs of a callback over a list, each with its item; undefined when there are too many. */
export function runsOver(engine: Engine, fn: Closure, list: List, site: Site): Context[] | undefined {
  return runsWith(engine, fn, list.items, site, (item, index) => [item, indexIn(list, index), list])
}

/** The runs of a callback of `reduce`: each is given what the one before returns. */
export function foldOver(engine: Engine, fn: Closure, list: List, start: Lazy | undefined, site: Site): Context[] | undefined {
  const [first = literal(undefined), ...others] = list.items
  const items = start === undefined ? others : list.items
  return runsWith(engine, fn, items, site, (item, index, previous) => {
    const total = previous === null ? (start ?? first) : resultOf(engine, fn, previous)
    return [total, item, indexIn(list, start === undefined ? index + 1 : index), list]
  })
}

function indexIn(list: List, index: number): Value {
  return list.grown && index > 0 ? unknown('it is an index into a list of unknown length') : literal(index)
}

function runsWith(
  engine: Engine,
  fn: Closure,
  items: readonly Lazy[],
  { key, ctx, event }: Site,
  args: (item: Lazy, index: number, previous: Context | null) => Lazy[],
): Context[] | undefined {
  const runs: Context[] = []
  const of = (ctx.round?.of ?? 1) * items.length
  if (items.length > longest || of > mostRounds) return undefined
  for (const [index, item] of items.entries()) {
    const previous = runs.at(-1) ?? null
    const given = args(item, index, previous).map((value) => ({ value }))
    const run = enterFunction(engine, fn, given, `${key}:${index}`, ctx, { round: { previous, of }, event })
    if (!run) return undefined
    runs.push(run)
  }
  return runs
}

/** What a run returns. */
export function resultOf(engine: Engine, fn: Closure, run: Context): Lazy {
  const node = engine.graph.node(fn.node)
  const result = node.type === 'function' ? node.definition.result : null
  return result === null ? literal(undefined) : { node: result, ctx: run }
}
