import { methodsThat } from '../contracts/words.js'
import type { ClassDefinition } from '../graph/definitions.js'
import type { NodeId, NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { baseField } from './bases.js'
import { ancestry, definitionOf } from './classes.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { methodOf, waysBack } from './steps.js'
import { isTable } from './tables.js'

/** Fields that a call of a method may set on its receiver, itself or through methods that it calls on it. */
export function fieldsSetBy(engine: Engine, fn: NodeId): ReadonlySet<string> {
  const table = remembered(tables, engine, () => new Map<NodeId, ReadonlySet<string>>())
  return remembered(table, fn, () => collect(engine, fn, new Set(), true))
}

const tables = new WeakMap<Engine, Map<NodeId, ReadonlySet<string>>>()

/** Fields that a function sets on its receiver itself. */
export function stepsThatSet(engine: Engine, fn: NodeId): ReadonlySet<string> {
  const table = remembered(ownTables, engine, () => new Map<NodeId, ReadonlySet<string>>())
  return remembered(table, fn, () => collect(engine, fn, new Set(), false))
}

const ownTables = new WeakMap<Engine, Map<NodeId, ReadonlySet<string>>>()

function collect(engine: Engine, fn: NodeId, seen: Set<NodeId>, through: boolean): Set<string> {
  const fields = new Set<string>()
  const node = engine.graph.node(fn)
  if (seen.has(fn) || node.type !== 'function' || node.definition.thisAtEnd === null) return fields
  seen.add(fn)
  const add = (called: NodeId) => {
    for (const field of collect(engine, called, seen, through)) fields.add(field)
  }
  for (const step of versionsOf(engine, node.definition.thisAtEnd)) {
    const { method: owner } = node.definition
    if (step.type === 'assigned' ? isOfAny(engine, step.key) : step.as !== 'receiver') fields.add(anyField)
    if (isSuperCall(engine, step)) fields.add(baseField)
    if (step.type === 'assigned' && typeof step.key === 'string') {
      fields.add(step.key)
      const setter = through ? found(engine, owner, (definition) => definition.setters.get(String(step.key))) : undefined
      if (setter !== undefined) add(setter)
    }
    const key = methodOf(engine.graph, step)
    if (key === undefined) continue
    const called = found(engine, owner, (definition) => definition.methods.get(key) ?? arrowIn(engine, definition, key))
    const given = called === undefined ? givenBy(engine, key, step) : undefined
    if (given !== undefined) fields.add(given)
    if (called === undefined) fields.add(baseField)
    else if (through) add(called)
  }
  return fields
}

const naming = methodsThat('named')

/** The field that a library's method gives its receiver. */
function givenBy({ graph }: Engine, method: string, step: NodeOf<'assigned'> | NodeOf<'changed'>): string | undefined {
  const call = step.type === 'changed' && naming.has(method) ? graph.node(step.event) : undefined
  const first = call?.type === 'call' && call.args[0] ? graph.node(call.args[0].node) : undefined
  return first?.type === 'literal' ? String(first.value) : undefined
}

function isOfAny(engine: Engine, key: string | NodeId): boolean {
  return typeof key !== 'string' || isTable(engine, key) || engine.graph.words.members.get(key) === 'class of object'
}

/** Stands for fields of which it is not known which: `this[key] = …`, `Object.assign(this, …)`. */
export const anyField = '(any)'

function isSuperCall(engine: Engine, step: NodeOf<'assigned'> | NodeOf<'changed'>): boolean {
  const event = step.type === 'changed' ? engine.graph.node(step.event) : undefined
  return event?.type === 'call' && engine.graph.node(event.callee).type === 'super'
}

/** Every step on the ways from an object's end back to its beginning. */
export function* versionsOf({ graph }: Engine, end: NodeId): Generator<NodeOf<'assigned'> | NodeOf<'changed'>> {
  for (const id of waysBack(graph, end)) {
    const node = graph.node(id)
    if (node.type === 'assigned' || node.type === 'changed') yield node
  }
}

function arrowIn(engine: Engine, { fields }: ClassDefinition, key: string): NodeId | undefined {
  const field = fields.get(key)
  return field !== undefined && engine.graph.node(field).type === 'function' ? field : undefined
}

/** What a class, or else one that it extends, has. */
function found(engine: Engine, owner: NodeId | null, get: (definition: ClassDefinition) => NodeId | undefined): NodeId | undefined {
  const cls = owner === null ? undefined : definitionOf(engine, owner)
  if (owner === null || !cls) return undefined
  for (const { node } of ancestry(engine, { is: 'class', node: owner, ctx: root })) {
    const definition = definitionOf(engine, node)
    const member = definition && get(definition)
    if (member !== undefined) return member
  }
  return undefined
}
