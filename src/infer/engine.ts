import type { Catalog } from '../contracts/index.js'
import type { Graph, Module, Node, NodeId } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { type CallTable, callers, callTable } from './callers.js'
import { type Context, frameOf, root } from './context.js'
import { evaluateNode } from './evaluate.js'
import { heldBy } from './held.js'
import { identity } from './identity.js'
import { instanceTable } from './instance-calls.js'
import { memberOf } from './members.js'
import { search } from './search.js'
import { assuming, givenUp, grouped, keepIn, newState, removed, type State } from './state.js'
import { union } from './union.js'
import { type Assumption, type Join, type Lazy, nothing, type Unknown, unknown, type Value } from './value.js'
import { aside, charging, isHopeless, isWhole, spend, tooMuch } from './work.js'

/** Nested evaluations; each costs several frames of the JavaScript stack. */
const deepest = 260
/** Nested calls, and activations of one function among them. */
const deepestCall = 24
const mostRecursions = 2
/** Searches for callers within each other: to know what is called, it may take to know the callers of the function around the call. */
const mostRemoves = 3

/** Answers "what does this node hold?", backwards from the node, remembering every answer. */
export interface Engine {
  readonly graph: Graph
  readonly catalog: Catalog
  evaluate(node: NodeId, ctx: Context): Value
  /** The same, where the answer only decides which way a question goes on: it may cost a part of the work, and is not known beyond. */
  aside(node: NodeId, ctx: Context): Value
  /** What a node holds by which it is found out what is called: apart from the question that asks, and of the work of its own file. */
  apart(node: NodeId): Value
  force(lazy: Lazy): Value
  /** Evaluates what has a name instead of a node, such as a variable that functions share; `meanwhile` (nothing) while it is under evaluation. */
  once(name: string, compute: () => Value, meanwhile?: Value): Value
  /** The answer, if it has been given already. */
  known(node: NodeId, ctx: Context): Value | undefined
  /** The activation of a function for one call; the same object whenever it is asked for again. */
  enter(key: string, made: Omit<Context, 'id' | 'depth'>): Context | undefined
  /** Evaluates with some decisions taken for granted; values are then looked up afresh. */
  assuming<T>(assumptions: readonly Assumption[], run: () => T): T
  /** What assumptions say of a decision: values that it has, or with `!` has not. */
  assumed(key: string): readonly string[]
  assumptions(): Iterable<Assumption>
  /** Calls of a function whose activation is open; undefined while they are being looked for. */
  callers(fn: NodeId): readonly Caller[] | undefined
  /** Tells of an activation that no call node shows, such as that of a loss by `compile`. */
  addCaller(fn: NodeId, caller: Caller): void
  /** What calls in files with a loss that are joined to a file resolve to, by the last word of their callee; undefined while that is being looked for. */
  calls(word: string, joined: string): CallTable | undefined
  /** What calls of instances in a module run, by the method; undefined while that is being looked for. */
  instanceCalls(module: Module): CallTable | undefined
  /** Starts the count of a question's work anew. */
  question<T>(run: () => T): T
  /** Counts the work on an account of its own, such as a file's, and as a question of its own. */
  charging<T>(account: string, run: () => T): T
  frame(ctx: Context, owner: NodeId | null): Context
}

/** Assumed while it is only asked what is called: then any instance of a method's class will do as its receiver. */
export const whatIsCalled = { key: 'what is called', value: 'true' }

/** Where a function is called from: the arguments, and the place for the trace. */
export interface Caller {
  args: Context['args']
  self?: Lazy
  call: NodeId | null
  /** The call itself, where `call` is the one that the function was passed to. */
  within?: NodeId
  /** Why it is not known whether there is such a call: it stands for all that were not looked for. */
  unknown?: Unknown
}

export function createEngine(graph: Graph, catalog: Catalog, files = 1): Engine {
  const state = newState(files)
  const engine: Engine = {
    graph,
    catalog,
    evaluate: (node, ctx) => evaluate(engine, state, node, ctx),
    aside: (node, ctx) => evaluateAside(engine, state, node, ctx),
    apart: (node) => charging(state.work, `callers in ${graph.node(node).span.file}`, () => engine.aside(node, root)),
    once: (name, compute, meanwhile = nothing) => once(state, name, compute, meanwhile),
    known: (node, ctx) => state.memo.nodes.get(frame(graph, ctx, graph.node(node).owner).id)?.get(node),
    force: (lazy) => {
      if ('is' in lazy) return lazy
      if ('node' in lazy) return engine.evaluate(lazy.node, lazy.ctx)
      return engine.once(`lazy:${identity(lazy)}`, () =>
        'join' in lazy ? joined(engine, lazy) : 'held' in lazy ? heldBy(engine, lazy) : memberOf(engine, engine.force(lazy.of), lazy.field),
      )
    },
    enter: (key, made) => enter(state, key, made),
    assuming: (assumptions, run) => assuming(state, grouped(assumptions), run),
    assumed: (key) => (state.assumptions.get(key) ?? []).map((each) => each.value),
    assumptions: () => [...state.assumptions.values()].flat(),
    callers: (fn) => callersOf(engine, state, fn),
    addCaller: (fn, caller) => void remembered(state.extraCallers, fn, (): Caller[] => []).push(caller),
    calls: (word, joined) => callsTo(engine, state, word, joined),
    instanceCalls: (module) => callsIn(engine, state, module),
    question: (run) => {
      state.work.steps = 0
      return run()
    },
    charging: (account, run) => charging(state.work, account, run),
    frame: (ctx, owner) => frame(graph, ctx, owner),
  }
  return engine
}

function evaluate(engine: Engine, state: State, id: NodeId, from: Context): Value {
  const node = engine.graph.node(id)
  const ctx = frame(engine.graph, from, node.owner)
  const { memo, work } = state
  const known = memo.nodes.get(ctx.id)?.get(id) ?? givenUp(state, id, ctx)
  if (known) return known
  const before = work.steps
  const exhausted = spend(work)
  if (exhausted) return exhausted
  if (state.depth >= deepest) return tooDeep(state)
  const keep = (value: Value) => {
    if (isWhole(work)) keepIn(memo.nodes, ctx, id, value)
  }
  const value = search(state, `${ctx.id}:${id}`, () => evaluateNode(engine, node, id, ctx), keep) ?? nothing
  if (isHopeless(work, before)) keepIn(memo.unsolved, ctx, id, { size: work.size, reason: tooMuch('it', work.size) })
  return value
}

function evaluateAside(engine: Engine, state: State, id: NodeId, from: Context): Value {
  const ctx = frame(engine.graph, from, engine.graph.node(id).owner)
  const { unsolved } = state.memo
  const find = () => evaluate(engine, state, id, ctx)
  return aside(state.work, find, (reason) => {
    keepIn(unsolved, ctx, id, { size: state.work.size, reason })
    return reason
  })
}

/** From nearer by the same may be known, so what rests on this holds for the outermost question only. */
function tooDeep(state: State): Value {
  state.open.add(0)
  return { ...unknown(`it passes through more than ${deepest} steps`), cut: true }
}

/** A file in which no loss is named can pass none: to learn what is called, callers elsewhere are enough. */
function callersOf(engine: Engine, state: State, fn: NodeId): readonly Caller[] | undefined {
  const among = amongOf(state)
  const name = `callers:${fn}:${among}`
  const key = `${name}:${state.removes}`
  const found =
    state.callers.get(key) ??
    searchApart(
      state,
      name,
      () => callers(engine, fn, among),
      (list) => state.callers.set(key, list),
    )
  const extra = state.extraCallers.get(fn)
  return found && extra ? [...found, ...extra] : found
}

/** Looks for callers at one remove more, and for those of one function once at a time; beyond the limit there may be any. */
function searchApart(
  state: State,
  name: string,
  find: () => readonly Caller[],
  keep: (found: readonly Caller[]) => void,
): readonly Caller[] | undefined {
  if (state.removes >= mostRemoves)
    return [anyCaller({ ...unknown(`who calls it shows only at more than ${mostRemoves} removes`), cut: true })]
  const running = state.sought.get(name)
  if (running !== undefined) {
    state.open.add(running)
    return undefined
  }
  state.sought.set(name, state.depth)
  try {
    return search(state, name, () => removed(state, find), keep)
  } finally {
    state.sought.delete(name)
  }
}

/** A call of which nothing is known. */
export function anyCaller(reason: Unknown): Caller {
  return {
    args: [
      { value: reason, spread: true },
      { value: reason, keyword: '' },
    ],
    self: reason,
    call: null,
    unknown: reason,
  }
}

function amongOf(state: State): 'all' | 'judged' {
  return state.assumptions.has(whatIsCalled.key) ? 'judged' : 'all'
}

function callsTo(engine: Engine, state: State, word: string, joined: string): CallTable | undefined {
  const key = `calls:${word}:${identity(engine.graph.joined(joined))}:${amongOf(state)}:${state.removes}`
  const keep = (table: CallTable) => state.calls.set(key, table)
  return state.calls.get(key) ?? search(state, key, () => callTable(engine, word, engine.graph.mentioning(word, { joined })), keep)
}

function callsIn(engine: Engine, state: State, module: Module): CallTable | undefined {
  const key = `instances:${module.file}:${amongOf(state)}:${state.removes}`
  const keep = (table: CallTable) => state.calls.set(key, table)
  return state.calls.get(key) ?? search(state, key, () => instanceTable(engine, module), keep)
}

function joined(engine: Engine, { join }: Join): Value {
  return union(join.map((each) => ({ ...each, value: engine.force(each.value) })))
}

function once(state: State, name: string, compute: () => Value, meanwhile: Value): Value {
  const { named } = state.memo
  const keep = (value: Value) => {
    if (isWhole(state.work)) named.set(name, value)
  }
  return named.get(name) ?? search(state, name, compute, keep) ?? meanwhile
}

/** The activation that a node of `owner` is evaluated in: its own, else that of the nearest function around it, else open. */
function frame(graph: Graph, ctx: Context, owner: NodeId | null): Context {
  for (let fn = owner; fn !== null; ) {
    const found = frameOf(ctx, fn)
    if (found) return found
    const node: Node = graph.node(fn)
    fn = node.type === 'function' ? node.definition.enclosing : node.owner
  }
  return root
}

function enter(state: State, key: string, made: Omit<Context, 'id' | 'depth'>): Context | undefined {
  const { contexts } = state.memo
  const known = contexts.get(key)
  if (known) return known
  const depth = (made.caller?.depth ?? 0) + 1
  if (depth > deepestCall) return undefined
  let same = 0
  for (let at = made.caller; at; at = at.caller) if (at.function === made.function && ++same > mostRecursions) return undefined
  const ctx = { ...made, id: ++state.entered, depth }
  contexts.set(key, ctx)
  return ctx
}
