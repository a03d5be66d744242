import { compiling, methodsThat } from '../contracts/words.js'
import type { Element, Module, NodeId, NodeOf } from '../graph/graph.js'
import { type Followed, toArgument } from './argument.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { methodCalled, stepBefore } from './steps.js'
import { optionsOf, type Value } from './value.js'

/** The labels that training hands to the loss of a `compile` call, where it is called on the same model in the same function. */
export function labelsFor(engine: Engine, module: Module, compile: NodeId, output: number | string | undefined): Followed | undefined {
  for (const id of module.calls) {
    const call = engine.graph.node(id)
    const at = call.type === 'call' ? targetOf(engine, call, compile) : undefined
    const given = at === undefined || call.type !== 'call' ? undefined : argumentAt(call, at)
    if (!given || given.spread) continue
    const labels = engine.question(() => ofOutput(engine, engine.evaluate(given.node, root), output))
    return labels && toArgument(engine, 'target', labels, engine.graph.text(given.span), engine.graph.place(given.span))
  }
  return undefined
}

/** Of labels for several outputs, those for one. */
function ofOutput(engine: Engine, labels: Value, output: number | string | undefined): Value | undefined {
  if (output === undefined) return labels
  const own = labels.is === 'list' && typeof output === 'number' ? labels.items[output] : undefined
  const named = labels.is === 'record' && typeof output === 'string' ? labels.fields.get(output) : undefined
  const found = own ?? named
  return found && engine.force(found)
}

/** Methods that train a model on labels, and those that make it ready, by name. */
const training = methodsThat('train')

/** Position of the labels among the arguments of a call that trains the model which this `compile` made ready. */
function targetOf(engine: Engine, call: NodeOf<'call'>, compile: NodeId): Position | undefined {
  const callee = engine.graph.node(call.callee)
  if (callee.type !== 'member' || typeof callee.key !== 'string' || !training.has(callee.key)) return undefined
  if (!follows(engine, callee.object, compile)) return undefined
  const method = optionsOf(engine.question(() => engine.evaluate(call.callee, root))).find((value) => value.is === 'method')
  const index = method?.contract.takes.findIndex((parameter) => parameter.role === 'target') ?? -1
  return index < 0 ? undefined : { index, name: method!.contract.takes[index]!.name }
}

interface Position {
  index: number
  name: string
}

function argumentAt({ args }: NodeOf<'call'>, { index, name }: Position): Element | undefined {
  return args.find((arg) => arg.keyword === name) ?? args.filter((arg) => arg.keyword === undefined)[index]
}

/** Whether an object is as this `compile` has left it, however often it was used since. */
function follows(engine: Engine, object: NodeId, event: NodeId): boolean {
  for (let at = object; ; ) {
    const node = engine.graph.node(at)
    if (at === event || (node.type === 'changed' && node.event === event)) return true
    if (node.type === 'changed' && compiling.has(methodCalled(engine.graph, node.event) ?? '')) return false
    const earlier = node.type === 'captured' ? heldAtEnd(engine, node) : stepBefore(node)
    if (earlier === undefined) return false
    at = earlier
  }
}

/** What a variable holds for functions that run after the scope which declares it, if that alone gives it a value. */
function heldAtEnd(engine: Engine, { variable: id }: NodeOf<'captured'>): NodeId | undefined {
  const variable = engine.graph.variable(id)
  return variable.once ? variable.ends.find((end) => end.function === null)?.node : undefined
}
