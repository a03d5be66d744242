import type { Module, Node, NodeId, NodeOf } from '../graph/graph.js'
import { compareText } from '../place.js'
import { remembered } from '../remembered.js'
import { callbackArguments } from './builtins.js'
import { argumentsOf } from './calls.js'
import { root } from './context.js'
import type { Caller, Engine } from './engine.js'
import type { Value } from './value.js'

/** Calls by the last word of what they call, in each module looked at so far. */
const tables = new WeakMap<Engine, Map<string, Map<string, NodeId[]>>>()

/** Calls by the function that they resolve to. */
export type CallTable = ReadonlyMap<NodeId, readonly Caller[]>

/** Every call in the project's loaded files that resolves to the function, in the order of the files. */
export function callers(engine: Engine, fn: NodeId, among: 'all' | 'judged'): readonly Caller[] {
  const node = engine.graph.node(fn)
  if (node.type !== 'function') return []
  const { mentioned, called } = wordsFor(engine, node, fn)
  const { file } = node.span
  const own = engine.graph.module(file)
  const importing = among === 'all' && mentioned !== null ? engine.graph.mentioning(mentioned, { importing: file }) : []
  const sites = new Map<NodeId, Caller>()
  for (const word of called) {
    const table = engine.calls(word) ?? callTable(engine, word, engine.graph.mentioning(word, 'judged'))
    const rest = callTable(engine, word, own ? [own, ...importing] : importing)
    for (const site of [...(table.get(fn) ?? []), ...(rest.get(fn) ?? [])]) sites.set(site.call!, site)
  }
  return [...(node.definition.inline ? asCallback(engine, fn) : []), ...inOrder(engine, sites)]
}

function inOrder(engine: Engine, sites: ReadonlyMap<NodeId, Caller>): Caller[] {
  const placed = [...sites].map(([call, site]) => ({ site, span: engine.graph.node(call).span }))
  return placed.sort((a, b) => compareText(a.span.file, b.span.file) || a.span.start - b.span.start).map(({ site }) => site)
}

/** What the calls in some modules resolve to, of those whose callee has the word for its last. */
export function callTable(engine: Engine, word: string, modules: readonly Module[]): CallTable {
  const table = new Map<NodeId, Caller[]>()
  for (const module of modules)
    for (const call of callsOf(engine, module).get(word) ?? [])
      for (const [fn, site] of resolved(engine, call)) remembered(table, fn, (): Caller[] => []).push(site)
  return table
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
function resolved(engine: Engine, id: NodeId): Map<NodeId, Caller> {
  const sites = new Map<NodeId, Caller>()
  const call = engine.graph.node(id)
  if (call.type !== 'call') return sites
  const callee = engine.charging(call.span.file, () => engine.evaluate(call.callee, root))
  for (const value of callee.is === 'union' ? callee.options.map((option) => option.value) : [callee]) {
    const fn = functionOf(engine, value, call.construct)
    if (fn === undefined) continue
    const self = !sites.has(fn) && value.is === 'function' && value.self ? { self: value.self } : {}
    sites.set(fn, { args: argumentsOf(call, root), call: id, ...self })
  }
  return sites
}

/** The function that a value runs when it is called; of a class, its constructor or the one that it inherits. */
function functionOf(engine: Engine, value: Value, construct: boolean): NodeId | undefined {
  if (value.is === 'function') return value.node
  if (value.is !== 'class' || !construct) return undefined
  const seen = new Set<NodeId>()
  for (let id: NodeId | null = value.node; id !== null && !seen.has(id); ) {
    seen.add(id)
    const node: Node = engine.graph.node(id)
    if (node.type !== 'class') return undefined
    if (node.definition.construct !== null) return node.definition.construct
    const parent: Value | undefined = node.definition.extends === null ? undefined : engine.evaluate(node.definition.extends, root)
    id = parent?.is === 'class' ? parent.node : null
  }
  return undefined
}
