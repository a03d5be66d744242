import type { Node, NodeId, NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { definitionOf } from './instances.js'

/** Fields that a call of a method may set on its receiver, itself or through methods that it calls on it. */
export function fieldsSetBy(engine: Engine, fn: NodeId): ReadonlySet<string> {
  const table = remembered(tables, engine, () => new Map<NodeId, ReadonlySet<string>>())
  return remembered(table, fn, () => collect(engine, fn, new Set()))
}

const tables = new WeakMap<Engine, Map<NodeId, ReadonlySet<string>>>()

function collect(engine: Engine, fn: NodeId, seen: Set<NodeId>): Set<string> {
  const fields = new Set<string>()
  const node = engine.graph.node(fn)
  if (seen.has(fn) || node.type !== 'function' || node.definition.thisAtEnd === null) return fields
  seen.add(fn)
  for (const step of versionsOf(engine, node.definition.thisAtEnd)) {
    if (step.type === 'assigned' && typeof step.key === 'string') fields.add(step.key)
    const called = step.type === 'changed' ? methodCalled(engine, step, node.definition.method) : undefined
    if (called !== undefined) for (const field of collect(engine, called, seen)) fields.add(field)
  }
  return fields
}

/** Every step on the ways from an object's end back to its beginning. */
export function* versionsOf(engine: Engine, end: NodeId): Generator<NodeOf<'assigned'> | NodeOf<'changed'>> {
  const todo: NodeId[] = [end]
  const seen = new Set<NodeId>()
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const node: Node = engine.graph.node(id)
    if (node.type === 'assigned' || node.type === 'changed') {
      yield node
      todo.push(node.object)
    } else if (node.type === 'alias') todo.push(node.value)
    else if (node.type === 'rounds') todo.push(node.otherwise)
    else if (node.type === 'merge') todo.push(...node.options.map((option) => option.node))
  }
}

/** The method of a class, or of one that it extends, that a step calls on the receiver. */
function methodCalled(engine: Engine, step: NodeOf<'changed'>, owner: NodeId | null): NodeId | undefined {
  const call = engine.graph.node(step.event)
  const callee = call.type === 'call' && step.as === 'receiver' ? engine.graph.node(call.callee) : undefined
  if (callee?.type !== 'member' || typeof callee.key !== 'string') return undefined
  for (let cls = owner; cls !== null; ) {
    const definition = definitionOf(engine, cls)
    const method = definition?.methods.get(callee.key)
    if (method !== undefined || !definition || definition.extends === null) return method
    const parent = engine.evaluate(definition.extends, root)
    cls = parent.is === 'class' ? parent.node : null
  }
  return undefined
}
