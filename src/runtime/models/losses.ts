import { spelling } from '../../contracts/catalog.js'
import type { Contract } from '../../contracts/contract.js'
import { contractById } from '../../contracts/index.js'
import { tfjs } from '../../contracts/tfjs.js'
import { type LossName, markedAs, namedLoss } from '../recognise.js'
import { type LossFunction, outputName, type TrainedModel } from './model.js'
import { unwrapped } from './wrapped-losses.js'

/** The loss of one output: one that is known, one of which nothing has to be said, or one that is not known. */
export type Compiled =
  | { is: 'loss'; contract: Contract; callee: string }
  | { is: 'other'; name: string }
  | { is: 'unknown'; reason: string; remedy: string }

/** The loss that an output is trained with. `described` is what a loss function of one's own expects. */
export function lossOf(model: TrainedModel, index: number, described: LossName | undefined): Compiled {
  const given = lossGiven(model, index)
  if (given === undefined || given === null) return notCompiled(model)
  if (typeof given === 'string') return lossNamed(given)
  if (typeof given !== 'function') return { is: 'unknown', reason: `its loss is a ${typeof given}`, remedy: describe }
  const { contract, marked } = markedAs(given as LossFunction)
  if (contract) return { is: 'loss', contract, callee: spelling(contract) }
  if (marked) return { is: 'other', name: given.name }
  if (described !== undefined) return { is: 'loss', contract: namedLoss(described, 'contract'), callee: given.name || 'the loss' }
  const name = given.name ? `\`${given.name}\`` : 'without a name'
  return { is: 'unknown', reason: `its loss is a function ${name}, and what that expects is not known`, remedy: describe }
}

const describe = "name the loss that it is, or describe it: { contract: 'tf.losses.softmaxCrossEntropy' }"

/** As `compile` was given it, unless it was replaced since; functions may have lost their names where the library is minified. */
function lossGiven(model: TrainedModel, index: number): unknown {
  const { loss, lossFunctions, feedLossFns } = model
  const current = unwrapped(lossFunctions?.[index])
  if (current !== feedLossFns?.[index]) return current
  if (Array.isArray(loss)) return loss[index]
  return typeof loss === 'object' && loss !== null ? (loss as Record<string, unknown>)[outputName(model, index)] : loss
}

function notCompiled(model: TrainedModel): Compiled {
  if (model.lossFunctions)
    return { is: 'unknown', reason: 'it is compiled without a loss for this output', remedy: 'name a loss for it in `compile`' }
  return { is: 'unknown', reason: 'the model is not compiled, so it has no loss', remedy: 'call `compile` before' }
}

function lossNamed(name: string): Compiled {
  const id = Object.hasOwn(tfjs.lossNames, name) ? tfjs.lossNames[name] : undefined
  const contract = id ? contractById(id) : undefined
  if (contract) return { is: 'loss', contract, callee: `'${name}'` }
  return id === null ? { is: 'other', name } : { is: 'unknown', reason: `its loss \`${name}\` is not known`, remedy: describe }
}
