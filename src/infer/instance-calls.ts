import type { Module, Node, NodeId, NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { methodCalled } from './bases.js'
import type { CallTable } from './callers.js'
import { argumentsOf } from './calls.js'
import { definitionOf } from './classes.js'
import { root } from './context.js'
import type { Caller, Engine } from './engine.js'
import { before } from './steps.js'
import { cutIn, optionsOf, type Unknown } from './value.js'

/** The calls of instances in modules where these may run the function, a method of their class: they are named after variables, and not after the method. */
export function throughInstances(engine: Engine, fn: NodeId, modules: readonly Module[]): readonly CallTable[] {
  const node = engine.graph.node(fn)
  const method = node.type === 'function' ? node.definition.method : null
  if (method === null || node.type !== 'function' || !isRun(engine, method, fn, node.definition.name)) return []
  return modules.flatMap((module) => engine.instanceCalls(module) ?? [])
}

/** The calls of instances in a module, by the method that each runs. */
export function instanceTable(engine: Engine, module: Module): CallTable {
  const byFunction = new Map<NodeId, Caller[]>()
  let cut: Unknown | undefined
  for (const id of candidatesIn(engine, module)) {
    const call = engine.graph.node(id) as NodeOf<'call'>
    const callee = engine.apart(call.callee)
    cut ??= cutIn(callee)
    for (const self of optionsOf(callee)) {
      const fn = self.is === 'instance' ? methodCalled(engine, self)?.node : undefined
      if (fn !== undefined) remembered(byFunction, fn, (): Caller[] => []).push({ args: argumentsOf(call, root), call: id, self })
    }
  }
  return { byFunction, cut }
}

/** Whether calling an instance of a class may run the method: the class says so, or a library that it may extend. */
function isRun(engine: Engine, cls: NodeId, fn: NodeId, name: string | null): boolean {
  const definition = definitionOf(engine, cls)
  if (!definition) return false
  return definition.call === fn || (name !== null && definition.extends !== null && engine.catalog.runNames.has(name))
}

const candidates = new WeakMap<Module, readonly NodeId[]>()

/** Calls of what may be an instance: of variables, members and items, not of what is a function or a class by its own definition. */
function candidatesIn(engine: Engine, module: Module): readonly NodeId[] {
  return remembered(candidates, module, () =>
    module.calls.filter((id) => {
      const call = engine.graph.node(id)
      if (call.type !== 'call') return false
      const callee = engine.graph.node(before(engine.graph, call.callee, 'alias'))
      return !definite.has(callee.type) && !(callee.type === 'member' && isOfModule(engine, callee))
    }),
  )
}

const definite = new Set<Node['type']>(['function', 'class', 'name', 'import', 'literal', 'list', 'record', 'super', 'operator'])

/** `F.relu`, `torch.nn.Linear`. */
function isOfModule(engine: Engine, { object }: NodeOf<'member'>): boolean {
  for (let node = engine.graph.node(before(engine.graph, object, 'alias')); ; ) {
    if (node.type === 'import') return true
    if (node.type !== 'member') return false
    node = engine.graph.node(before(engine.graph, node.object, 'alias'))
  }
}
