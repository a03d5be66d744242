import type { NodeId, NodeOf } from '../graph/graph.js'
import { definitionOf } from './classes.js'
import { withoutLayers } from './containers.js'
import { versionsOf } from './effects.js'
import type { Engine } from './engine.js'
import { opened } from './fields.js'
import { isLookingOn } from './looking-on.js'
import { before } from './steps.js'
import type { ClassValue, Closure, Value } from './value.js'

/**
 * An object after something that changes it at a time which is not known: a generator that it was given to, an object that
 * holds it. Undefined where nothing changes it.
 */
export function unsettledBy(engine: Engine, callee: Closure | ClassValue, object: Value, index: number, event: NodeId): Value | undefined {
  if (object.is !== 'instance' && object.is !== 'object') return undefined
  const changes = callee.is === 'class' ? isHeldChanged(engine, callee, index) : changesLater(engine, callee, index)
  return changes ? unsettled(engine, object, event) : undefined
}

/** An object of which anything may have been replaced. */
export function unsettled(engine: Engine, object: Extract<Value, { is: 'instance' | 'object' }>, event: NodeId): Value {
  return object.is === 'instance' ? opened(object, engine.graph.node(event).span) : withoutLayers(object)
}

/** Whether a function replaces something in what it is given. */
export function changesGiven(engine: Engine, fn: NodeId, index: number): boolean {
  const node = engine.graph.node(fn)
  const end = node.type === 'function' ? node.definition.paramsAtEnd.get(index) : undefined
  return end !== undefined && [...versionsOf(engine, end)].some((step) => replaces(engine, step))
}

function changesLater(engine: Engine, { node: fn }: Closure, index: number): boolean {
  const node = engine.graph.node(fn)
  return node.type === 'function' && node.definition.generator && changesGiven(engine, fn, index)
}

/** A member is given another value, or what it holds is: that its methods are called is no change. */
function replaces(engine: Engine, step: NodeOf<'assigned'> | NodeOf<'changed'>): boolean {
  if (step.type === 'changed') return step.as === 'receiver' && !isLookingOn(engine.graph, step)
  const value = engine.graph.node(step.value)
  if (value.type !== 'assigned' && value.type !== 'changed') return step.key !== 'data' && step.key !== 'requires_grad'
  return replaces(engine, value)
}

/** Whether a method of the class changes what the constructor puts into a field: one of its parameters. */
function isHeldChanged(engine: Engine, { node }: ClassValue, index: number): boolean {
  const definition = definitionOf(engine, node)
  const construct = definition?.construct
  if (!definition?.lends || construct === null || construct === undefined) return false
  const fields = new Set(fieldsOf(engine, construct, index))
  return (
    fields.size > 0 &&
    [...definition.methods.values()].some((method) => stepsOf(engine, method).some((step) => isInside(engine, step, fields)))
  )
}

function isInside(engine: Engine, step: NodeOf<'assigned'> | NodeOf<'changed'>, fields: ReadonlySet<string>): boolean {
  if (step.type !== 'assigned' || typeof step.key !== 'string' || !fields.has(step.key)) return false
  const value = engine.graph.node(step.value)
  return (value.type === 'assigned' || value.type === 'changed') && replaces(engine, value)
}

/** Fields in which a constructor keeps a parameter. */
function fieldsOf(engine: Engine, construct: NodeId, index: number): string[] {
  return stepsOf(engine, construct).flatMap((step) => {
    if (step.type !== 'assigned' || typeof step.key !== 'string') return []
    const value = engine.graph.node(before(engine.graph, step.value, 'alias', 'changed', 'assigned'))
    return value.type === 'parameter' && value.index === index && value.function === construct ? [step.key] : []
  })
}

function stepsOf(engine: Engine, fn: NodeId): (NodeOf<'assigned'> | NodeOf<'changed'>)[] {
  const node = engine.graph.node(fn)
  const end = node.type === 'function' ? node.definition.thisAtEnd : null
  return end === null ? [] : [...versionsOf(engine, end)]
}
