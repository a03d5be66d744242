import type { Module, Node, NodeId, NodeOf } from '../graph/graph.js'
import { compareText } from '../place.js'
import { remembered } from '../remembered.js'
import { methodCalled } from './bases.js'
import { callbackArguments } from './callbacks.js'
import { argumentsOf, enterFunction, withReceiver } from './calls.js'
import { ancestry, definitionOf } from './classes.js'
import { root } from './context.js'
import { anyCaller, type Caller, type Engine } from './engine.js'
import { escapesOf, indirectCalls } from './escapes.js'
import { throughInstances } from './instance-calls.js'
import { type Assumption, type Closure, cutIn, optionsOf, type Unknown, type Value } from './value.js'

/** Calls by the last word of what they call, in each module looked at so far. */
const tables = new WeakMap<Engine, Map<string, Map<string, NodeId[]>>>()

/** Calls by the function that they resolve to; `cut`: why some were not resolved to the end, which may be calls of any. */
export interface CallTable {
  byFunction: ReadonlyMap<NodeId, readonly Caller[]>
  cut?: Unknown | undefined
}

/** A call of one of several functions, by a choice that decides of its arguments too; `undecided` when nothing tells by which. */
export interface ChosenCaller extends Caller {
  chosen?: readonly Assumption[]
  undecided?: true
}

/** Names under which a function may be called that are followed. */
const mostNames = 8

/**
 * Every call in the project's loaded files that resolves to the function, in the order of the files, and one of which nothing is
 * known where the search was given up. Tests count as callers: they show how the function is meant to be called.
 */
export function callers(engine: Engine, fn: NodeId, among: 'all' | 'judged'): readonly Caller[] {
  const node = engine.graph.node(fn)
  if (node.type !== 'function') return []
  const { mentioned, called } = wordsFor(engine, node, fn)
  const { file } = node.span
  const own = engine.graph.module(file)
  const near = (word: string | null): Module[] => {
    const importing = among === 'all' && word !== null ? engine.graph.mentioning(word, { importing: file }) : []
    return own ? [own, ...importing] : [...importing]
  }
  const sites = new Map<string, Caller>()
  let cut: Unknown | undefined
  const found = (table: CallTable) => {
    for (const site of table.byFunction.get(fn) ?? []) sites.set(`${site.call}:${site.within ?? ''}`, site)
    cut ??= table.cut
  }
  const words = new Set(called)
  for (const word of words) {
    // A class that calls the constructor as `super` mentions the class.
    const modules = near(word === 'super' ? mentioned : word)
    const table = engine.calls(word, file) ?? callTable(engine, word, engine.graph.mentioning(word, { joined: file }))
    found(table)
    found(callTable(engine, word, modules))
    const { names } = escapesOf(engine, fn, word, modules)
    for (const name of names) if (words.size < mostNames) words.add(name)
  }
  for (const table of throughInstances(engine, fn, withClass(engine, node, near))) found(table)
  found(indirectly(engine, fn, mentioned, near(mentioned)))
  const all = [...(node.definition.inline ? asCallback(engine, fn) : []), ...inOrder(engine, [...sites.values()])]
  return cut ? [...all, anyCaller(cut)] : all
}

/** The modules in which an instance of the method's class may be called. */
function withClass(engine: Engine, { definition: { method } }: NodeOf<'function'>, near: (word: string | null) => Module[]): Module[] {
  const owner = method === null ? undefined : engine.graph.node(method)
  if (owner?.type !== 'class') return []
  const { name } = owner.definition
  return [...new Set([...near(name), ...(name === null ? [] : engine.graph.mentioning(name, { joined: owner.span.file }))])]
}

/** Calls of a function as a value: of a parameter that it is passed as, of what is returned, of an item of a list. */
function indirectly(engine: Engine, fn: NodeId, name: string | null, modules: readonly Module[]): CallTable {
  const { passed, away } = escapesOf(engine, fn, name, modules)
  const found = passed.flatMap(({ call, index }) => throughParameter(engine, fn, call, index))
  const others = away || passed.length > 0 ? [...new Set(modules)].flatMap((module) => indirectCalls(engine, module).others) : []
  const { byFunction, cut } = tableOf(engine, others)
  return { byFunction: new Map([[fn, [...found, ...(byFunction.get(fn) ?? [])]]]), cut }
}

/** What a function that gets another as an argument calls it with, for that very call. */
function throughParameter(engine: Engine, fn: NodeId, id: NodeId, index: number): Caller[] {
  const call = engine.graph.node(id)
  const arg = call.type === 'call' ? call.args[index] : undefined
  if (call.type !== 'call' || !arg) return []
  const isPassed = functionsIn(engine.apart(arg.node)).some((value) => value.node === fn)
  const callee = isPassed ? engine.apart(call.callee) : undefined
  if (callee?.is === 'builtin' && index === 0) {
    const args = callbackArguments(engine, call, root)
    return args ? [{ args, call: id }] : []
  }
  if (callee === undefined) return []
  const cut = cutIn(callee)
  const within = functionsIn(callee).flatMap((value) => insideOf(engine, value, call, id, index))
  return cut ? [...within, anyCaller(cut)] : within
}

function insideOf(engine: Engine, value: Closure, call: NodeOf<'call'>, id: NodeId, index: number): Caller[] {
  const node = engine.graph.node(value.node)
  const parameter =
    node.type === 'function'
      ? node.definition.params[index + (value.bound ?? []).filter(({ keyword }) => keyword === undefined).length]
      : undefined
  const module = engine.graph.module(node.span.file)
  const inner = parameter === undefined || !module ? [] : (indirectCalls(engine, module).parameters.get(parameter) ?? [])
  const ctx = inner.length > 0 ? enterFunction(engine, value, argumentsOf(call, root), `passed:${id}`, root) : undefined
  if (!ctx) return []
  return inner.flatMap((each) => {
    const called = engine.graph.node(each)
    return called.type === 'call' ? [{ args: argumentsOf(called, ctx), call: id, within: each }] : []
  })
}

function functionsIn(value: Value): Closure[] {
  return optionsOf(value).filter((each) => each.is === 'function')
}

function inOrder(engine: Engine, sites: readonly Caller[]): Caller[] {
  const placed = sites.flatMap((site) => (site.call === null ? [] : [{ site, span: engine.graph.node(site.call).span }]))
  const known = placed.sort((a, b) => compareText(a.span.file, b.span.file) || a.span.start - b.span.start).map(({ site }) => site)
  return [...known, ...sites.filter(({ call }) => call === null)]
}

/** What the calls in some modules resolve to, of those whose callee has the word for its last. */
export function callTable(engine: Engine, word: string, modules: readonly Module[]): CallTable {
  return tableOf(
    engine,
    modules.flatMap((module) => callsNamed(engine, module, word)),
  )
}

function tableOf(engine: Engine, calls: readonly NodeId[]): CallTable {
  const byFunction = new Map<NodeId, Caller[]>()
  let cut: Unknown | undefined
  for (const id of calls) {
    const call = engine.graph.node(id)
    if (call.type !== 'call') continue
    const callee = engine.apart(call.callee)
    cut ??= cutIn(callee)
    for (const [fn, site] of resolved(engine, id, call, callee)) remembered(byFunction, fn, (): Caller[] => []).push(site)
  }
  return { byFunction, cut }
}

/** A function written as an argument of `map` or `then` is called with what the language passes. */
function asCallback(engine: Engine, fn: NodeId): Caller[] {
  const call = callAround(engine, fn)
  if (!call) return []
  const args = call.callee === fn ? argumentsOf(call, root) : callbackArguments(engine, call, root)
  return args ? [{ args, call: null }] : []
}

/** The call that a function is written in, as its callee or as one of its arguments. */
export function callAround(engine: Engine, fn: NodeId): NodeOf<'call'> | undefined {
  const id = callIdAround(engine, fn)
  const call = id === undefined ? undefined : engine.graph.node(id)
  return call?.type === 'call' ? call : undefined
}

export function callIdAround(engine: Engine, fn: NodeId): NodeId | undefined {
  const module = engine.graph.module(engine.graph.node(fn).span.file)
  return module && callbacksOf(engine, module).get(fn)
}

/** The call that each function of a module is written in, as its callee or as one of its arguments. */
function callbacksOf(engine: Engine, module: Module): Map<NodeId, NodeId> {
  return remembered(callbacks, module, () => {
    const table = new Map<NodeId, NodeId>()
    for (const id of module.calls) {
      const call = engine.graph.node(id)
      if (call.type === 'call') for (const node of [call.callee, ...call.args.map((arg) => arg.node)]) table.set(node, id)
    }
    return table
  })
}

const callbacks = new WeakMap<Module, Map<NodeId, NodeId>>()

/**
 * The word that a file with a call of the function mentions, and the last words of such calls. A constructor is called by
 * its class's name, or as `super` by a class that extends it and so mentions it too.
 */
function wordsFor(engine: Engine, node: NodeOf<'function'>, fn: NodeId): { mentioned: string | null; called: string[] } {
  const { name, method } = node.definition
  const owner = method === null ? undefined : engine.graph.node(method)
  const className = owner?.type === 'class' && owner.definition.construct === fn ? owner.definition.name : undefined
  if (className === undefined) return { mentioned: name, called: name === null ? [] : [name] }
  return { mentioned: className ?? 'super', called: className === null ? ['super'] : [className, 'super'] }
}

/** The calls in a module of what has the name, or had it where it was declared. */
export function callsNamed(engine: Engine, module: Module, name: string): readonly NodeId[] {
  return callsOf(engine, module).get(name) ?? []
}

function callsOf(engine: Engine, module: Module): Map<string, NodeId[]> {
  return remembered(
    remembered(tables, engine, () => new Map()),
    module.file,
    () => {
      const calls = new Map<string, NodeId[]>()
      for (const id of module.calls) {
        const call = engine.graph.node(id)
        if (call.type === 'call') for (const word of wordsOf(engine, call.callee)) remembered(calls, word, (): NodeId[] => []).push(id)
      }
      return calls
    },
  )
}

/** What the callee is called where it is called, and what it is called where it was declared. */
function wordsOf(engine: Engine, callee: NodeId): string[] {
  const words: string[] = []
  for (let id: NodeId | null = callee; id !== null; ) {
    const node: Node = engine.graph.node(id)
    id = null
    if (node.type === 'member' && typeof node.key === 'string') words.push(node.key)
    else if (node.type === 'alias') {
      words.push(node.name)
      id = node.value
    } else if (node.type === 'captured') words.push(engine.graph.variable(node.variable).name)
    else if (node.type === 'name') words.push(node.path.at(-1)!)
    else if (node.type === 'import') words.push(node.name)
    else if (node.type === 'function' && node.definition.name) words.push(node.definition.name)
    else if (node.type === 'class' && node.definition.name) words.push(node.definition.name)
    else if (node.type === 'super') words.push('super')
    else if (node.type === 'changed' || node.type === 'assigned') id = node.object
  }
  return words
}

/** The functions that a call may call. */
function resolved(engine: Engine, id: NodeId, call: NodeOf<'call'>, callee: Value): Map<NodeId, Caller> {
  const sites = new Map<NodeId, ChosenCaller>()
  const options: readonly { value: Value; when?: readonly Assumption[] }[] = callee.is === 'union' ? callee.options : [{ value: callee }]
  for (const { value, when } of options) {
    const fn = functionOf(engine, value)
    if (fn === undefined) continue
    const self = !sites.has(fn) && value.is === 'function' && value.self ? { self: value.self } : {}
    const bound = value.is === 'function' ? (value.bound ?? []) : []
    // What leads to the function in several ways is tied to none of them.
    const choice = when === undefined || sites.has(fn) ? {} : when.length > 0 ? { chosen: when } : { undecided: true as const }
    const args = [...bound, ...argumentsOf(call, root)]
    const given = value.is === 'function' && value.unbound ? withReceiver(engine, args) : { args, ...self }
    sites.set(fn, { ...given, call: id, ...choice })
  }
  return sites
}

/** The function that a value runs when it is called; of a class, its constructor or the one that it inherits. */
function functionOf(engine: Engine, value: Value): NodeId | undefined {
  if (value.is === 'function') return value.node
  if (value.is === 'instance') return methodCalled(engine, value)?.node
  if (value.is !== 'class') return undefined
  for (const { node } of ancestry(engine, value)) {
    const construct = definitionOf(engine, node)?.construct ?? null
    if (construct !== null) return construct
  }
  return undefined
}
