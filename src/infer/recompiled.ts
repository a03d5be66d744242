import { compiling, idle } from '../contracts/words.js'
import type { Condition, NodeId, NodeOf } from '../graph/graph.js'
import { argumentsOf } from './calls.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { methodCalled, methodOf } from './steps.js'
import { isThunk } from './value.js'

/** Steps that are walked back from one `compile`; beyond it the earlier ones count as well. */
const farthest = 200

/** Where the walk stands: a state of the model, and what held on the way from there to the later `compile`. */
interface Walk {
  at: NodeId
  when: readonly Condition[]
}

/** Earlier `compile` calls and assignments of the same model that this one always replaces before any training. */
export function replacedBy(engine: Engine, step: NodeOf<'call'> | NodeOf<'assigned'>): NodeId[] {
  const callee = step.type === 'call' ? engine.graph.node(step.callee) : undefined
  const at = step.type === 'assigned' ? step.object : callee?.type === 'member' ? callee.object : undefined
  const found: NodeId[] = []
  if (at !== undefined) walk(engine, [{ at, when: step.when ?? [] }], found)
  return found
}

function walk(engine: Engine, open: Walk[], found: NodeId[]): void {
  for (let next = open.pop(), steps = 0; next && steps < farthest; next = open.pop(), steps++) {
    const { at, when } = next
    const node = engine.graph.node(at)
    if (node.type === 'alias') open.push({ at: node.value, when })
    else if (node.type === 'assigned') {
      if (isAlways(when, node.when)) found.push(at)
      open.push({ at: node.object, when })
    } else if (node.type === 'merge' && node.reason === 'branch') for (const option of node.options) open.push({ at: option.node, when })
    else if (node.type === 'changed') open.push(...beforeEvent(engine, node, when, found))
    else if (node.type === 'parameter') open.push(...beforeCall(engine, node, when))
    else if (node.type === 'member' && typeof node.key === 'string') open.push(...fieldBefore(engine, node.object, node.key, when))
  }
}

/** What came before a call that the model took part in; nothing when it may have been trained there. */
function beforeEvent(engine: Engine, step: NodeOf<'changed'>, when: readonly Condition[], found: NodeId[]): Walk[] {
  const call = engine.graph.node(step.event)
  if (call.type !== 'call') return []
  const before = { at: step.object, when }
  if (step.as === 'receiver') {
    const method = methodCalled(engine.graph, step.event) ?? ''
    if (compiling.has(method)) {
      if (isAlways(when, call.when)) found.push(step.event)
      return [before]
    }
    return idle.has(method) ? [before] : []
  }
  const end = endInside(engine, call, step.event, step.as)
  if (end === undefined) return []
  // Only what the function does whenever it is called is replaced with its call.
  if (isAlways(when, call.when)) walk(engine, [{ at: end, when: [] }], found)
  return trains(engine, end) ? [] : [before]
}

/** The argument as the function leaves it that is called here, and nowhere else. */
function endInside(engine: Engine, call: NodeOf<'call'>, id: NodeId, index: number): NodeId | undefined {
  const callee = engine.evaluate(call.callee, root)
  const fn = callee.is === 'function' ? engine.graph.node(callee.node) : undefined
  if (fn?.type !== 'function' || callee.is !== 'function') return undefined
  const callers = engine.callers(callee.node) ?? []
  return callers.length === 1 && callers[0]!.call === id ? fn.definition.paramsAtEnd.get(index) : undefined
}

/** Whether something other than `compile` and looking on happened to the object. */
function trains(engine: Engine, end: NodeId): boolean {
  for (let node = engine.graph.node(end); ; ) {
    if (node.type === 'changed') {
      const method = methodOf(engine.graph, node) ?? ''
      if (!compiling.has(method) && !idle.has(method)) return true
      node = engine.graph.node(node.object)
    } else if (node.type === 'alias') node = engine.graph.node(node.value)
    else return node.type !== 'parameter'
  }
}

/** What the only caller of a function passes. */
function beforeCall(engine: Engine, node: NodeOf<'parameter'>, when: readonly Condition[]): Walk[] {
  const caller = onlyCaller(engine, node.function)
  if (!caller || when.length > 0) return []
  const lazy = argumentsOf(caller, root)[node.index]?.value
  return lazy && isThunk(lazy) ? [{ at: lazy.node, when: caller.when ?? [] }] : []
}

/** A field as it was: as it was set on the object, or, in a method, as its only caller left it. */
function fieldBefore(engine: Engine, object: NodeId, key: string, when: readonly Condition[]): Walk[] {
  for (let at = object; ; ) {
    const node = engine.graph.node(at)
    if (node.type === 'alias') at = node.value
    else if (node.type === 'assigned') {
      if (node.key === key) return [{ at: node.value, when }]
      at = node.object
    } else if (node.type === 'this' && node.owner !== null) {
      const caller = onlyCaller(engine, node.owner)
      const callee = caller && engine.graph.node(caller.callee)
      if (callee?.type !== 'member' || callee.object === at || when.length > 0) return []
      return fieldBefore(engine, callee.object, key, caller?.when ?? [])
    } else return []
  }
}

function onlyCaller(engine: Engine, fn: NodeId): NodeOf<'call'> | undefined {
  const callers = engine.callers(fn) ?? []
  const [only] = callers
  const call = callers.length === 1 && only?.call != null ? engine.graph.node(only.call) : undefined
  return call?.type === 'call' ? call : undefined
}

/** True when the later call is reached whenever the earlier is: it is under no further condition. */
function isAlways(later: readonly Condition[], earlier: readonly Condition[] = []): boolean {
  return later.every((each) => earlier.some((known) => known.key === each.key && known.value === each.value))
}
