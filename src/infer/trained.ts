import { spelling } from '../contracts/catalog.js'
import { type Contract, isLoss } from '../contracts/contract.js'
import type { NodeId, NodeOf } from '../graph/graph.js'
import { toArgument } from './argument.js'
import { ofBatch } from './batches.js'
import { argumentsOf } from './calls.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { contractOf, dependent, type FoundUse, makeUse, nameAround } from './found-use.js'
import { applyAny } from './objects.js'
import { optionsFrom } from './operations.js'
import { mapValue } from './union.js'
import { isThunk, type Lazy, optionsOf, unknown, type Value } from './value.js'

/** The uses that a call makes which builds a model together with its loss: `new Sequential({ layers, cost: Cost.CrossEntropy })`. */
export function trainedUses(engine: Engine, id: NodeId, call: NodeOf<'call'>, contract: Contract): FoundUse[] {
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
    const loss = value.is === 'unknown' ? trainer : lossOf(engine, value, trainer)
    if (!loss || !(isLoss(loss) || value.is === 'unknown')) return []
    const meant = value.is === 'object' ? dependent(engine, loss, value.options, value.open) : loss
    const why =
      value.is === 'unknown' ? `its loss is not known: ${value.reason}` : meant ? undefined : `\`${loss.depends?.option}\` is not known`
    const reason = why === undefined ? undefined : unknown(why)
    const find = (): Value => reason ?? engine.question(() => outputOf(engine, id))
    const prediction = ofBatch(toArgument(engine, 'prediction', find(), 'the output of the model', at))
    const use = makeUse(engine, meant ?? loss, spelling(meant ?? loss), at, { prediction }, new Map())
    return [{ use, within: nameAround(engine.graph, owner), follow: { prediction: find } }]
  })
}

/** The loss that a trainer is given: one, or the class of one, in whose place the trainer may have its own idea of it. */
function lossOf(engine: Engine, value: Value, { instead = {} }: Contract): Contract | undefined {
  const { catalog } = engine
  const loss = value.is === 'library' ? catalog.lookup(value.package, value.path) : contractOf(engine, value)
  return loss && Object.hasOwn(instead, loss.id) ? catalog.byId(instead[loss.id]!) : loss
}

function outputOf(engine: Engine, id: NodeId): Value {
  return mapValue(engine.evaluate(id, root), (model) => applyAny(engine, model, undefined, 'the model'))
}
