import { training } from '../contracts/words.js'
import type { Module, NodeId } from '../graph/graph.js'
import { changesIn, type Indirect } from './change-index.js'
import { afterSteps } from './changes.js'
import { withLayer } from './containers.js'
import { type Context, root } from './context.js'
import type { Engine } from './engine.js'
import { withField } from './fields.js'
import { memberOf } from './members.js'
import { chainOf } from './origins.js'
import { isInPlace, methodOf } from './steps.js'
import { mapValue, union } from './union.js'
import { isThunk, type Lazy, unknown, type Value } from './value.js'

/** A value read under one name, when the same object is changed under another. */
export function underAllNames(engine: Engine, id: NodeId, value: Value, ctx: Context): Value {
  if (value.is === 'tensor') {
    const leaves = [...later(engine, id, false), ...indirectly(engine, id).map(({ leaf }) => leaf)]
    return leaves.some(changesTensors(engine)) ? union(eitherState(value)) : value
  }
  if (!isContainer(value)) return value
  const now = withIndirect(engine, id, withLater(engine, value, later(engine, id, false), ctx), ctx)
  return value.is === 'list' && hasChangedItems(engine, id) ? mapValue(now, withDoubtedItems(engine)) : now
}

/** Whether a loop changes in place what a list holds. */
function hasChangedItems(engine: Engine, id: NodeId): boolean {
  return changesIn(engine).looped.has(chainOf(engine.graph, id).at(-1)!)
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
  if (!isThunk(field) || !isContainer(value)) return value
  return withIndirect(engine, field.node, withLater(engine, value, later(engine, field.node, true), field.ctx), field.ctx)
}

/** An object that a file imports, with what other files do to it: in which order files run is not known. */
export function sinceExported(engine: Engine, value: Value, name: string, { by, to }: { by: Module; to: string }): Value {
  if (value.is !== 'record' && value.is !== 'list') return value
  const touching = [`${name}.`, `${name}[`]
  const modules = [
    ...engine.graph.mentioning(name, { joined: by.file }, touching),
    ...engine.graph.mentioning(name, { importing: by.file }, touching),
  ]
  const { leaves, imported } = changesIn(engine)
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

/** An object with what is done to it, or to a part of it, where it is reached as an item or a part: when that is, is not known. */
function withIndirect(engine: Engine, id: NodeId, value: Value, ctx: Context): Value {
  const changes = indirectly(engine, id)
  return changes.length === 0 ? value : mapValue(value, (one) => (isContainer(one) ? afterIndirect(engine, one, changes, ctx) : one))
}

function afterIndirect(engine: Engine, value: Value, changes: readonly Indirect[], ctx: Context): Value {
  const changed = changes.reduce((made, change) => afterChange(engine, made, change.path, change, ctx), value)
  if (changed === value) return value
  return value.is === 'object' ? changed : union([value, changed].map((each) => ({ value: each, via: 'branch' })))
}

function afterChange(engine: Engine, value: Value, [key, ...inner]: readonly string[], change: Indirect, ctx: Context): Value {
  if (key === undefined) return afterSteps(engine, value, change.steps, ctx)
  return mapValue(value, (one) => {
    const part = memberOf(engine, one, key)
    const changed = afterChange(engine, part, inner, change, ctx)
    return changed === part ? one : withPart(one, key, changed)
  })
}

/** An object of which one member or layer is another. */
function withPart(object: Value, key: string, part: Value): Value {
  return object.is === 'object' ? (withLayer(object, key, part) ?? object) : withField(object, key, part)
}

function isContainer(value: Value): boolean {
  return value.is === 'list' || value.is === 'record' || value.is === 'object' || value.is === 'instance'
}

/** The last states of the object that come after a node's; without `sameName` only those reached through another variable. */
function later(engine: Engine, id: NodeId, sameName: boolean): NodeId[] {
  const { leaves: index } = changesIn(engine)
  const own = chainOf(engine.graph, id)
  const leaves = index.get(own.at(-1)!) ?? []
  return leaves.filter((leaf) => {
    const chain = chainOf(engine.graph, leaf)
    const shared = chain.findIndex((node) => own.includes(node))
    const beyond = chain.slice(0, shared)
    if (beyond.length === 0) return false
    const renamed = [...beyond, ...own.slice(0, own.indexOf(chain[shared]!))].some((node) => engine.graph.node(node).type === 'alias')
    return renamed || (sameName && chain[shared] === id)
  })
}

/** What is done to an object, or to a part of it, where it is reached as an item or a part. */
function indirectly(engine: Engine, id: NodeId): readonly Indirect[] {
  const { indirect } = changesIn(engine)
  return indirect.size === 0 ? [] : (indirect.get(chainOf(engine.graph, id).at(-1)!) ?? [])
}

function trainsBetween(engine: Engine, from: NodeId, to: NodeId): boolean {
  const chain = chainOf(engine.graph, to)
  const own = chainOf(engine.graph, from)
  // The first event beyond the shared part is the `compile` in question itself.
  const beyond = chain.slice(
    0,
    chain.findIndex((node) => own.includes(node)),
  )
  return beyond.slice(0, -1).some((node) => training.has(methodOf(engine.graph, engine.graph.node(node)) ?? ''))
}
