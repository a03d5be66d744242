import { lastName } from '../contracts/catalog.js'
import type { Contract } from '../contracts/contract.js'
import { frameworks } from '../contracts/index.js'
import type { Module, NodeId, NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { libraryPart } from './bases.js'
import type { Compile } from './compiled.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { lookingForLosses } from './found-use.js'
import { optionsOf } from './value.js'

const names = new Set(
  frameworks.flatMap(({ entries }) => entries.filter((entry) => entry.property && entry.mutates === 'compile').map(lastName)),
)

/** Assignments to what a model trains by, in place of the losses that `compile` gave it. */
export function assignedLosses(engine: Engine, module: Module): Compile[] {
  return (indexOf(engine).get(module.file) ?? []).flatMap((id) => {
    const step = engine.graph.node(id)
    return step.type === 'assigned' ? lookingForLosses(engine, step, () => given(engine, id, step)) : []
  })
}

function given(engine: Engine, id: NodeId, step: NodeOf<'assigned'>): Compile[] {
  const losses = lossesIn(engine, step)
  const contract = losses && propertyOf(engine, step)
  return losses && contract ? [{ id, step, contract, model: { node: step.object, ctx: root }, ...losses }] : []
}

/** The list of losses that is set, or one item of it; undefined where the list, or an item, is only looked at. */
function lossesIn(engine: Engine, { key, value: id }: NodeOf<'assigned'>): Pick<Compile, 'loss' | 'output'> | undefined {
  const value = engine.graph.node(id)
  const list = value.type === 'assigned' ? engine.graph.node(value.object) : undefined
  if (value.type === 'changed') return undefined
  if (value.type !== 'assigned' || list?.type !== 'member' || list.key !== key) return { loss: { node: id, ctx: root } }
  const item = engine.graph.node(value.value).type
  if (item === 'assigned' || item === 'changed') return undefined
  const index = typeof value.key === 'string' ? Number(value.key) : Number.NaN
  return { loss: { node: value.value, ctx: root }, ...(Number.isInteger(index) && { output: index }) }
}

/** What the library says of the property, where it is known to be a model's. */
function propertyOf(engine: Engine, { object, key }: NodeOf<'assigned'>): Contract | undefined {
  const models = optionsOf(engine.question(() => libraryPart(engine, engine.evaluate(object, root))))
  for (const model of models) {
    const contract = model.is === 'object' ? engine.catalog.method(model.package, model.type, String(key)) : undefined
    if (contract?.property && contract.mutates === 'compile') return contract
  }
  return undefined
}

interface Index {
  files: Map<string, NodeId[]>
  /** Nodes that have been looked at; files are lowered as they are needed. */
  seen: number
}

const indexes = new WeakMap<Engine, Index>()

/** Assignments to members of these names, by file. */
function indexOf(engine: Engine): ReadonlyMap<string, readonly NodeId[]> {
  const index = remembered(indexes, engine, () => ({ files: new Map<string, NodeId[]>(), seen: 0 }))
  for (const size = engine.graph.size(); index.seen < size; index.seen++) {
    const node = engine.graph.node(index.seen as NodeId)
    if (node.type === 'assigned' && typeof node.key === 'string' && names.has(node.key))
      remembered(index.files, node.span.file, (): NodeId[] => []).push(index.seen as NodeId)
  }
  return index.files
}
