import { spelling } from '../contracts/catalog.js'
import { type Contract, isLoss } from '../contracts/contract.js'
import type { NodeId } from '../graph/graph.js'
import { toArgument } from './argument.js'
import { argumentsOf } from './calls.js'
import { root } from './context.js'
import { type Engine, whatIsCalled } from './engine.js'
import { contractOf, type FoundUse, makeUse, nameAround } from './found-use.js'
import { applyAny } from './objects.js'
import { optionsFrom } from './operations.js'
import { isThunk, type Lazy, mapValue, optionsOf, unknown, type Value } from './value.js'

/** The uses that a call makes which builds a model together with its loss: `new Sequential({ layers, cost: Cost.CrossEntropy })`. */
export function trainedUses(engine: Engine, id: NodeId): FoundUse[] {
  const call = engine.graph.node(id)
  if (call.type !== 'call') return []
  const callee = engine.question(() => engine.assuming([whatIsCalled], () => engine.evaluate(call.callee, root)))
  const found = optionsOf(callee).flatMap((value) => contractOf(engine, value) ?? [])
  const contract = found.find((each) => each.trains !== undefined)
  if (!contract) return []
  return optionsFrom(engine, contract, argumentsOf(call, root)).flatMap(({ bound }) => {
    const loss = bound.options.get(contract.trains!)
    return loss ? usesOf(engine, id, contract, loss) : []
  })
}

function usesOf(engine: Engine, id: NodeId, trainer: Contract, chosen: Lazy): FoundUse[] {
  const { span, owner } = engine.graph.node(id)
  const at = engine.graph.place(isThunk(chosen) ? engine.graph.node(chosen.node).span : span)
  const losses = optionsOf(engine.question(() => engine.force(chosen)))
  return losses.flatMap((value) => {
    const loss = value.is === 'unknown' ? trainer : contractOf(engine, value)
    if (!loss || !(isLoss(loss) || value.is === 'unknown')) return []
    const reason = value.is === 'unknown' ? unknown(`its loss is not known: ${value.reason}`) : undefined
    const find = (): Value => reason ?? engine.question(() => outputOf(engine, id))
    const prediction = toArgument(engine, 'prediction', find(), 'the output of the model', at)
    const use = makeUse(engine, loss, spelling(loss), at, { prediction }, new Map())
    return [{ use, within: nameAround(engine.graph, owner), follow: { prediction: find } }]
  })
}

function outputOf(engine: Engine, id: NodeId): Value {
  return mapValue(engine.evaluate(id, root), (model) => applyAny(engine, model, undefined, 'the model'))
}
