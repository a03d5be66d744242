import type { Contract } from '../contracts/contract.js'
import type { NodeId } from '../graph/graph.js'
import { methodCalled } from './bases.js'
import { ancestry, classOf, definitionOf } from './classes.js'
import type { Engine } from './engine.js'
import type { Instance } from './value.js'

/** A user's contract for a function of the project, or for the class whose method it is that the contract names. */
export function describedFunction(engine: Engine, id: NodeId): Contract | undefined {
  const fn = engine.graph.node(id)
  if (fn.type !== 'function') return undefined
  const { qualified, name, method } = fn.definition
  const own = qualified === null ? undefined : engine.catalog.byUser(fn.span.file, qualified)
  if (own || method === null || engine.graph.node(method).type !== 'class') return own
  const whole = describedClass(engine, method)
  return whole?.criterion === name ? whole : undefined
}

/** A user's contract for what calling an instance runs: for its class, as one of a loss, or for the method. */
export function describedInstance(engine: Engine, instance: Instance): Contract | undefined {
  for (const { node } of ancestry(engine, classOf(instance))) {
    const contract = describedClass(engine, node)
    if (contract?.criterion === true) return contract
  }
  const method = methodCalled(engine, instance)
  return method && describedFunction(engine, method.node)
}

function describedClass(engine: Engine, cls: NodeId): Contract | undefined {
  const name = definitionOf(engine, cls)?.name
  return name ? engine.catalog.byUser(engine.graph.node(cls).span.file, name) : undefined
}

/** Code of a function or a class that the user has described: its calls are judged instead. */
export function isDescribed(engine: Engine, id: NodeId): boolean {
  for (let { owner } = engine.graph.node(id); owner !== null; ) {
    const fn = engine.graph.node(owner)
    if (fn.type !== 'function') return false
    const { method, enclosing } = fn.definition
    if (describedFunction(engine, owner)) return true
    if (method !== null && describedClass(engine, method)?.criterion) return true
    owner = enclosing
  }
  return false
}
