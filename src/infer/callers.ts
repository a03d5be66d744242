import type { Module, Node, NodeId, NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { callbackArguments } from './builtins.js'
import { argumentsOf } from './calls.js'
import { root } from './context.js'
import type { Caller, Engine } from './engine.js'
import type { Value } from './value.js'

/** Calls by the last word of what they call, in each module looked at so far. */
const tables = new WeakMap<Engine, Map<string, Map<string, NodeId[]>>>()

/** Every call in the project's loaded files that resolves to the function. */
export function callers(engine: Engine, fn: NodeId, among: 'all' | 'judged'): readonly Caller[] {
  const node = engine.graph.node(fn)
  if (node.type !== 'function') return []
  const list = node.definition.inline ? asCallback(engine, fn) : []
  const { mentioned, called } = wordsFor(engine, node, fn)
  for (const module of mentioned === null ? [] : engine.graph.mentioning(mentioned, node.span.file, among))
    for (const call of called.flatMap((word) => callsOf(engine, module).get(word) ?? [])) {
      const site = callOf(engine, call, fn)
      if (site && !list.some((known) => known.call === call)) list.push(site)
    }
  return list
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
    else if (node.type === 'import') words.push(node.name)
    else if (node.type === 'function' && node.definition.name) words.push(node.definition.name)
    else if (node.type === 'class' && node.definition.name) words.push(node.definition.name)
    else if (node.type === 'super') words.push('super')
    else if (node.type === 'changed' || node.type === 'assigned') id = node.object
  }
  return words
}

function callOf(engine: Engine, id: NodeId, fn: NodeId): Caller | undefined {
  const call = engine.graph.node(id)
  if (call.type !== 'call') return undefined
  const callee = engine.evaluate(call.callee, root)
  const meant = options(callee).filter((value) => means(engine, value, fn, call.construct))
  const [first] = meant
  if (!first) return undefined
  return {
    args: argumentsOf(call, root),
    call: id,
    ...(meant.length === 1 && first.is === 'function' && first.self ? { self: first.self } : {}),
  }
}

function options(value: Value): readonly Value[] {
  return value.is === 'union' ? value.options.map((option) => option.value) : [value]
}

function means(engine: Engine, value: Value, fn: NodeId, construct: boolean): boolean {
  if (value.is === 'function') return value.node === fn
  if (value.is !== 'class' || !construct) return false
  for (let id: NodeId | null = value.node; id !== null; ) {
    const node: Node = engine.graph.node(id)
    if (node.type !== 'class') return false
    if (node.definition.construct !== null) return node.definition.construct === fn
    const parent: Value | undefined = node.definition.extends === null ? undefined : engine.evaluate(node.definition.extends, root)
    id = parent?.is === 'class' ? parent.node : null
  }
  return false
}
