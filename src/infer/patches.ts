import type { Node, NodeId, NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { definitionOf } from './classes.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { stepBefore } from './steps.js'
import { type ClassValue, optionsOf, unknown, type Value } from './value.js'

/**
 * What a class that lends its members to its instances was given from outside its definition: `Net.forward = raw`. Undefined
 * where nothing gave it that; unknown where something did, and the class is not the one that was seen being given it.
 */
export function patchOf(engine: Engine, cls: ClassValue, key: string): Value | undefined {
  if (!definitionOf(engine, cls.node)?.lends) return undefined
  const field = cls.fields?.get(key)
  if (field !== undefined) return engine.force(field)
  return givenTo(engine, cls.node).has(key) ? unknown(`\`${key}\` of the class is set from outside of it`) : undefined
}

interface Given {
  keys: Set<string>
  /** How many nodes there were; files are lowered as they are needed. */
  size: number
}

const tables = new WeakMap<Engine, Map<NodeId, Given>>()

/** Members that a class is given by anything that has been read. */
function givenTo(engine: Engine, cls: NodeId): ReadonlySet<string> {
  const table = remembered(tables, engine, () => new Map<NodeId, Given>())
  const known = table.get(cls)
  if (known?.size === engine.graph.size()) return known.keys
  const name = definitionOf(engine, cls)?.name ?? ''
  if (!known && name !== '') lowerUsers(engine, cls, name)
  const keys = known?.keys ?? new Set<string>()
  // What is asked for on the way finds what was known before.
  table.set(cls, { keys, size: engine.graph.size() })
  const { steps } = indexOf(engine)
  for (const { base, key } of [...(steps.get(`#${cls}`) ?? []), ...(name === '' ? [] : (steps.get(name) ?? []))])
    if (!keys.has(key) && isClass(engine, base, cls)) keys.add(key)
  return keys
}

function lowerUsers({ graph }: Engine, cls: NodeId, name: string): void {
  const { file } = graph.node(cls).span
  graph.mentioning(name, { joined: file }, [`${name}.`])
  graph.mentioning(name, { importing: file }, [`${name}.`])
}

function isClass(engine: Engine, base: NodeId, cls: NodeId): boolean {
  const node = engine.graph.node(base)
  if (node.type === 'class') return base === cls
  if (node.type === 'this') return isStatic(engine, node)
  if (isClassOf(engine, node)) return true
  return optionsOf(engine.evaluate(base, root)).some((value) => value.is === 'class' && value.node === cls)
}

/** Whether a method has its class as receiver. */
function isStatic(engine: Engine, { owner, class: cls }: NodeOf<'this'>): boolean {
  const statics = cls === null ? undefined : definitionOf(engine, cls)?.statics
  return [...(statics?.values() ?? [])].some((each) => each === owner)
}

interface Step {
  base: NodeId
  key: string
}

interface Index {
  /** By the class, where that is known, or else by the name under which what is changed was found. */
  steps: Map<string, Step[]>
  /** What each change begins with. */
  bases: Map<NodeId, NodeId>
  seen: number
}

const indexes = new WeakMap<Engine, Index>()

function indexOf(engine: Engine): Readonly<Index> {
  const index = remembered(indexes, engine, () => ({ steps: new Map<string, Step[]>(), bases: new Map<NodeId, NodeId>(), seen: 0 }))
  const { graph } = engine
  for (const size = graph.size(); index.seen < size; index.seen++) {
    const id = index.seen as NodeId
    const node = graph.node(id)
    const before = stepBefore(node)
    if (before === undefined) continue
    const base = index.bases.get(before) ?? before
    index.bases.set(id, base)
    const key = node.type === 'assigned' && typeof node.key === 'string' ? node.key : undefined
    const under = key === undefined ? undefined : nameOf(engine, base)
    if (key !== undefined && under !== undefined) remembered(index.steps, under, (): Step[] => []).push({ base, key })
  }
  return index
}

/** Whether a node is the class of an object, asked of the object itself. */
function isClassOf({ graph: { words } }: Engine, node: Node): boolean {
  return node.type === 'member' && typeof node.key === 'string' && words.members.get(node.key) === 'class of object'
}

function nameOf(engine: Engine, id: NodeId): string | undefined {
  const { graph } = engine
  const node = graph.node(id)
  if (node.type === 'class') return `#${id}`
  if (node.type === 'this') return `#${node.class}`
  if (node.type === 'captured') return graph.variable(node.variable).name
  if (node.type === 'import') return node.name
  if (node.type !== 'member' || typeof node.key !== 'string') return undefined
  const object = graph.node(node.object)
  if (!isClassOf(engine, node)) return node.key
  return object.type === 'this' ? `#${object.class}` : undefined
}
