import { methodsThat } from '../contracts/words.js'
import type { Node, NodeId, NodeOf } from '../graph/graph.js'
import { callAround, callsNamed } from './callers.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { before } from './steps.js'
import { isThunk, type LibraryObject, optionsOf, type Unknown, unknown, type Value } from './value.js'

/**
 * A model to which a layer is added where a call or a loop hands it out, as in `getModel().add(…)`: whoever reaches it
 * otherwise does not see that layer. Undefined where all such layers are among those that are seen.
 */
export function changedElsewhere(engine: Engine, model: LibraryObject): Unknown | undefined {
  const seen = new Set((model.layers ?? []).flatMap((layer) => (isThunk(layer) ? [layer.node] : [])))
  for (const { call, receiver } of additionsIn(engine, model)) {
    if (call.args.every(({ node }) => seen.has(node)) || !isHandedOut(engine, receiver)) continue
    const receivers = optionsOf(engine.evaluate(receiver, root))
    if (receivers.some((one) => one.is === 'object' && one.span.file === model.span.file && one.span.start === model.span.start))
      return unknown('it is also changed where a call or a loop hands it out', { at: call.span })
  }
  return undefined
}

interface Addition {
  call: NodeOf<'call'>
  receiver: NodeId
}

const adding = methodsThat('append')

/** Calls in the file that makes a model which add layers to one. */
function additionsIn(engine: Engine, { span: { file } }: LibraryObject): Addition[] {
  const module = engine.graph.module(file)
  const calls = module ? [...adding].flatMap((name) => callsNamed(engine, module, name)) : []
  return calls.flatMap((id) => {
    const call = engine.graph.node(id)
    const callee = call.type === 'call' ? engine.graph.node(call.callee) : undefined
    return call.type === 'call' && callee?.type === 'member' ? [{ call, receiver: callee.object }] : []
  })
}

/** Functions that hand out what others hand out. */
const deepest = 8

/** Whether a value is an object that existed before: an item, what a collection holds, what a function finds outside itself. */
function isHandedOut(engine: Engine, id: NodeId): boolean {
  const node = originOf(engine, id)
  if (node.type === 'parameter') return isCallback(engine, node)
  return node.type === 'item' || (node.type === 'call' && handsOut(engine, node, 0))
}

function originOf(engine: Engine, id: NodeId): Node {
  return engine.graph.node(before(engine.graph, id, 'alias', 'assigned', 'changed'))
}

function handsOut(engine: Engine, { callee }: NodeOf<'call'>, depth: number): boolean {
  const called = engine.evaluate(callee, root)
  if (called.is === 'builtin') return isOfCollection(called)
  const fn = called.is === 'function' ? engine.graph.node(called.node) : undefined
  const result = fn?.type === 'function' ? fn.definition.result : null
  return result !== null && isFoundOutside(engine, originOf(engine, result), depth)
}

/** Whether what a function returns is none that it made. */
function isFoundOutside(engine: Engine, result: Node, depth: number): boolean {
  if (result.type === 'merge')
    return result.options.some((option) => depth < deepest && isFoundOutside(engine, originOf(engine, option.node), depth + 1))
  if (result.type === 'call') return depth < deepest && handsOut(engine, result, depth + 1)
  return result.type === 'captured' || result.type === 'member' || result.type === 'item'
}

/** Whether a function is run for the items of a collection. */
function isCallback(engine: Engine, { function: fn }: NodeOf<'parameter'>): boolean {
  const call = callAround(engine, fn)
  const callee = call && engine.evaluate(call.callee, root)
  return callee?.is === 'builtin' && isOfCollection(callee)
}

function isOfCollection({ receiver }: Extract<Value, { is: 'builtin' }>): boolean {
  return receiver?.is === 'list' || receiver?.is === 'record'
}
