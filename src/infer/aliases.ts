import { changingModels, training } from '../contracts/words.js'
import type { Module, NodeId, NodeOf } from '../graph/graph.js'
import { changingCollections, type Words } from '../graph/language.js'
import { remembered } from '../remembered.js'
import { type Context, root } from './context.js'
import type { Engine } from './engine.js'
import { isInPlace, methodOf, stepBefore } from './steps.js'
import { isThunk, type Lazy, mapValue, union, unknown, type Value } from './value.js'

/** Names of methods that change what their receiver holds, of collections and of models; looking on and training change nothing that matters here. */
export function isChanging({ words }: Engine['graph'], method: string): boolean {
  return remembered(changing, words, () => new Set([...changingModels, ...changingCollections(words)])).has(method)
}

const changing = new WeakMap<Words, ReadonlySet<string>>()

/** A value read under one name, when the same object is changed under another. */
export function underAllNames(engine: Engine, id: NodeId, value: Value, ctx: Context): Value {
  if (value.is === 'tensor') return later(engine, id, false).some(changesTensors(engine)) ? union(eitherState(value)) : value
  if (!isContainer(value)) return value
  const now = withLater(engine, value, later(engine, id, false), ctx)
  return value.is === 'list' && hasChangedItems(engine, id) ? mapValue(now, withDoubtedItems(engine)) : now
}

/** Whether a loop changes in place what a list holds. */
function hasChangedItems(engine: Engine, id: NodeId): boolean {
  return indexOf(engine).looped.has(chainOf(engine, id).at(-1)!)
}

/** A list whose tensors may have been changed, it is not known which and when. */
function withDoubtedItems(engine: Engine): (value: Value) => Value {
  const doubted = (item: Lazy) =>
    mapValue(engine.force(item), (one) => (one.is === 'tensor' ? unknown('it is an item of a list whose items are changed in place') : one))
  return (value) => {
    if (value.is !== 'list') return value
    return { ...value, items: value.items.map(doubted), ...(value.every && { every: doubted(value.every) }) }
  }
}

/** A tensor before and after something was done to it under another name: when that was is not known. */
function eitherState(value: Value): Parameters<typeof union>[0] {
  return [
    { value, via: 'branch' },
    { value: unknown('it is changed in place under another name'), via: 'branch' },
  ]
}

/** Steps after which the numbers of a tensor may be others. */
function changesTensors({ graph }: Engine): (leaf: NodeId) => boolean {
  return (leaf) => {
    const step = graph.node(leaf)
    return isInPlace(graph, step) || (step.type === 'assigned' && (typeof step.key !== 'string' || /^(data|\d+)$/.test(step.key)))
  }
}

/** A value that was put into a field, with what was done to the object afterwards. */
export function sinceStored(engine: Engine, field: Lazy): Value {
  const value = engine.force(field)
  return isThunk(field) && isContainer(value) ? withLater(engine, value, later(engine, field.node, true), field.ctx) : value
}

/** An object that a file imports, with what other files do to it: in which order files run is not known. */
export function sinceExported(engine: Engine, value: Value, name: string, { by, to }: { by: Module; to: string }): Value {
  if (value.is !== 'record' && value.is !== 'list') return value
  const touching = [`${name}.`, `${name}[`]
  const modules = [
    ...engine.graph.mentioning(name, { joined: by.file }, touching),
    ...engine.graph.mentioning(name, { importing: by.file }, touching),
  ]
  const { leaves, imported } = indexOf(engine)
  const bases = modules.length > 0 ? (imported.get(name) ?? []) : []
  const elsewhere = [...bases].filter((id) => {
    const node = engine.graph.node(id)
    if (node.type !== 'import' || node.from === to || typeof node.specifier !== 'string') return false
    const link = engine.graph.link(node.specifier, node.from)
    return link.to === 'file' && link.file === by.file
  })
  return withLater(
    engine,
    value,
    elsewhere.flatMap((id) => leaves.get(id) ?? []),
    root,
  )
}

/** A model as it is when training begins: layers may still be added after `compile`. */
export function whenTrained(engine: Engine, model: Lazy): Value {
  const value = engine.force(model)
  if (!isThunk(model) || !isContainer(value)) return value
  const untrained = later(engine, model.node, true).filter((leaf) => !trainsBetween(engine, model.node, leaf))
  return withLater(engine, value, untrained, model.ctx)
}

/** Which of two states of a plain object a reader sees is not known; of a model it is the last, since it is built before it is used. */
function withLater(engine: Engine, value: Value, leaves: readonly NodeId[], ctx: Context): Value {
  if (leaves.length === 0) return value
  const changed = leaves.map((leaf) => ({ value: engine.evaluate(leaf, ctx), via: 'branch' as const }))
  return value.is === 'object' ? union(changed) : union([{ value, via: 'branch' }, ...changed])
}

function isContainer(value: Value): boolean {
  return value.is === 'list' || value.is === 'record' || value.is === 'object' || value.is === 'instance'
}

/** Whether a step is a call of a method that changes nothing. */
export function isLookingOn(graph: Engine['graph'], step: NodeOf<'changed'>): boolean {
  return !isChanging(graph, methodOf(graph, step) ?? '')
}

/** The last states of the object that come after a node's; without `sameName` only those reached through another variable. */
function later(engine: Engine, id: NodeId, sameName: boolean): NodeId[] {
  const { leaves: index } = indexOf(engine)
  const own = chainOf(engine, id)
  const leaves = index.get(own.at(-1)!) ?? []
  return leaves.filter((leaf) => {
    const chain = chainOf(engine, leaf)
    const shared = chain.findIndex((node) => own.includes(node))
    const beyond = chain.slice(0, shared)
    if (beyond.length === 0) return false
    const renamed = [...beyond, ...own.slice(0, own.indexOf(chain[shared]!))].some((node) => engine.graph.node(node).type === 'alias')
    return renamed || (sameName && chain[shared] === id)
  })
}

/** A node and those that it was made from by naming and changing, down to where the object comes from. */
function chainOf(engine: Engine, id: NodeId): NodeId[] {
  const chain = [id]
  for (let next = stepBefore(engine.graph.node(id)); next !== undefined; next = stepBefore(engine.graph.node(next))) chain.push(next)
  return chain
}

function trainsBetween(engine: Engine, from: NodeId, to: NodeId): boolean {
  const chain = chainOf(engine, to)
  const own = chainOf(engine, from)
  // The first event beyond the shared part is the `compile` in question itself.
  const beyond = chain.slice(
    0,
    chain.findIndex((node) => own.includes(node)),
  )
  return beyond.slice(0, -1).some((node) => training.has(methodOf(engine.graph, engine.graph.node(node)) ?? ''))
}

interface Index {
  leaves: Map<NodeId, NodeId[]>
  /** Imports whose objects are changed, by the name that they import. */
  imported: Map<string, Set<NodeId>>
  /** Where the lists come from whose items a loop changes in place. */
  looped: Set<NodeId>
  /** Nodes that have been looked at; files are lowered as they are needed. */
  seen: number
}

const indexes = new WeakMap<Engine, Index>()

/** The last changes of each object, by the node where it comes from. */
function indexOf(engine: Engine): Readonly<Index> {
  const index = indexes.get(engine) ?? {
    leaves: new Map<NodeId, NodeId[]>(),
    imported: new Map<string, Set<NodeId>>(),
    looped: new Set<NodeId>(),
    seen: 0,
  }
  indexes.set(engine, index)
  const size = engine.graph.size()
  for (; index.seen < size; index.seen++) {
    const id = index.seen as NodeId
    const node = engine.graph.node(id)
    if (node.type === 'assigned' || isInPlace(engine.graph, node) || isChanging(engine.graph, methodOf(engine.graph, node) ?? ''))
      addLeaf(engine, index, id)
  }
  return index
}

/** A change takes the place of those that it is built on. */
function addLeaf(engine: Engine, { leaves, imported, looped }: Index, id: NodeId): void {
  const chain = chainOf(engine, id)
  const base = chain.at(-1)!
  const origin = engine.graph.node(base)
  if (origin.type === 'import') remembered(imported, origin.name, () => new Set<NodeId>()).add(base)
  if (origin.type === 'item' && isInPlace(engine.graph, engine.graph.node(id))) looped.add(chainOf(engine, origin.of).at(-1)!)
  const others = leaves.get(base)
  if (!others) leaves.set(base, [id])
  else leaves.set(base, [...others.filter((each) => !chain.includes(each)), id])
}
