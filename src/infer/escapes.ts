import type { Module, NodeId } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import type { Engine } from './engine.js'
import { identity } from './identity.js'
import { before } from './steps.js'

/** Where a function goes as a value, so that it may be called otherwise than by its name. */
export interface Escapes {
  /** Names under which records hold and modules export it. */
  names: ReadonlySet<string>
  /** Calls that it is passed to, and as which argument. */
  passed: readonly { call: NodeId; index: number }[]
  /** It is an item of a list, returned, bound to arguments, or what a parameter is unless given. */
  away: boolean
}

interface Entry {
  names: Set<string>
  passed: { call: NodeId; index: number }[]
  away: boolean
  /** How many of `passed` have been noted for the function that the name leads to. */
  settled: number
}

interface Index {
  /** By the function's node, and by the name that it is imported by. */
  entries: Map<NodeId | string, Entry>
  /** Nodes that have been looked at; files are lowered as they are needed. */
  seen: number
  files: Set<string>
  /** Names whose mentioning files have been looked at, by the group of those. */
  words: Set<string>
}

const indexes = new WeakMap<Engine, Index>()

/** Where a function goes, itself and as what other files import by its name. */
export function escapesOf(engine: Engine, fn: NodeId, name: string | null, modules: readonly Module[]): Escapes {
  const index = remembered(indexes, engine, () => ({ entries: new Map(), seen: 0, files: new Set<string>(), words: new Set<string>() }))
  for (const size = engine.graph.size(); index.seen < size; index.seen++) note(engine, index, index.seen as NodeId)
  for (const module of modules) noteExports(engine, index, module)
  const { file } = engine.graph.node(fn).span
  const word = `${identity(engine.graph.joined(file))}:${name}`
  if (name !== null && !index.words.has(word)) {
    index.words.add(word)
    for (const module of engine.graph.mentioning(name, { joined: file })) noteExports(engine, index, module)
  }
  const named = name === null ? undefined : index.entries.get(name)
  if (named) settle(engine, index, named)
  const own = index.entries.get(fn)
  return {
    names: new Set([...(own?.names ?? []), ...(named?.names ?? [])]),
    passed: own?.passed ?? [],
    away: own?.away === true || named?.away === true,
  }
}

/** Many files may import functions of one name: each call that one is passed to is resolved once. */
function settle(engine: Engine, index: Index, named: Entry): void {
  for (; named.settled < named.passed.length; named.settled++) {
    const pass = named.passed[named.settled]!
    const call = engine.graph.node(pass.call)
    const arg = call.type === 'call' ? call.args[pass.index] : undefined
    const value = arg && engine.apart(arg.node)
    if (value?.is === 'function') remembered(index.entries, value.node, newEntry).passed.push(pass)
  }
}

function newEntry(): Entry {
  return { names: new Set(), passed: [], away: false, settled: 0 }
}

function note(engine: Engine, index: Index, id: NodeId): void {
  const node = engine.graph.node(id)
  const entry = (value: NodeId) => entryOf(engine, index, value)
  if (node.type === 'record') {
    for (const { key, node: value } of node.entries) if (typeof key === 'string') entry(value)?.names.add(key)
  } else if (node.type === 'call') {
    node.args.forEach((arg, at) => void (arg.spread || entry(arg.node)?.passed.push({ call: id, index: at })))
  } else if (node.type === 'list') {
    for (const item of node.items) markAway(entry(item.node))
  } else if (node.type === 'parameter') {
    if (node.fallback !== undefined) markAway(entry(node.fallback))
  } else if (node.type === 'function' && node.definition.result !== null) {
    for (const value of returned(engine, node.definition.result)) markAway(entry(value))
  } else if (node.type === 'member' && typeof node.key === 'string' && engine.graph.words.functions.get(node.key) === 'binds to')
    markAway(entry(node.object))
}

function noteExports(engine: Engine, index: Index, { file, exports }: Module): void {
  if (index.files.has(file)) return
  index.files.add(file)
  for (const [name, value] of exports) if (name !== '*') entryOf(engine, index, value)?.names.add(name)
}

function markAway(entry: Entry | undefined): void {
  if (entry) entry.away = true
}

/** The entry of the function that a value is by its own definition. */
function entryOf(engine: Engine, { entries }: Index, value: NodeId): Entry | undefined {
  const id = before(engine.graph, value, 'alias')
  const node = engine.graph.node(id)
  const key = node.type === 'function' ? id : node.type === 'import' && node.name !== '*' ? node.name : undefined
  return key === undefined ? undefined : remembered(entries, key, newEntry)
}

function returned(engine: Engine, result: NodeId): NodeId[] {
  const node = engine.graph.node(before(engine.graph, result, 'alias'))
  return node.type === 'merge' ? node.options.map((option) => option.node) : [result]
}

/** Calls of a module by what is called, where that is a parameter; and those of items, results, computed members and what parameters are unless given. */
export interface Indirect {
  parameters: ReadonlyMap<NodeId, readonly NodeId[]>
  others: readonly NodeId[]
}

export function indirectCalls(engine: Engine, module: Module): Indirect {
  return remembered(indirects, module, () => {
    const parameters = new Map<NodeId, NodeId[]>()
    const others: NodeId[] = []
    for (const id of module.calls) {
      const call = engine.graph.node(id)
      if (call.type !== 'call') continue
      const callee = before(engine.graph, call.callee, 'alias')
      const node = engine.graph.node(callee)
      if (node.type === 'parameter') remembered(parameters, callee, (): NodeId[] => []).push(id)
      const computed = node.type === 'member' && typeof node.key !== 'string'
      const standard = node.type === 'parameter' && node.fallback !== undefined
      if (computed || standard || node.type === 'item' || node.type === 'call') others.push(id)
    }
    return { parameters, others }
  })
}

const indirects = new WeakMap<Module, Indirect>()
