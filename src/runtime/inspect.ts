import { rules as allRules } from '../../rules/index.js'
import type { Contract } from '../contracts/contract.js'
import { contractWith } from '../contracts/index.js'
import { lossesOf } from '../numbers/losses.js'
import { pictureOf, type Names as TensorNames } from '../pictures/picture.js'
import { type Sample, sampleOf } from '../pictures/sample.js'
import type { FileProblem, Report } from '../report.js'
import { judge, makeReport } from '../run.js'
import type { Given } from './arguments.js'
import { buildUse } from './build-use.js'
import { layoutsOf, type Observation, observe } from './observe.js'
import { checkNames, type Names } from './option-names.js'
import type { Read } from './read.js'
import { type LossName, namedLoss } from './recognise.js'
import { keeper, type RuleOptions, selected } from './selection.js'
import { type Tensorish, valuesOf } from './tensors.js'

export interface Inspection extends RuleOptions {
  /** The loss as people write it, such as `torch.nn.CrossEntropyLoss`, its contract's id, or what a loss of one's own expects. */
  loss: LossName
  prediction: Tensorish
  target?: Tensorish
  weights?: Tensorish
  /** Options of the call by the library's names, such as `{ ignore_index: 255 }`. */
  options?: Given['options']
  /** What the loss returned. */
  value?: number
  /** What it returned in the steps of a run, in order. */
  history?: readonly number[]
  /** What messages call the loss. */
  name?: string
}

const inspectionNames: Names<Inspection> = {
  loss: true,
  prediction: true,
  target: true,
  weights: true,
  options: true,
  value: true,
  history: true,
  name: true,
  rules: true,
  minCertainty: true,
}

/**
 * Judges the arguments of one loss call by their numbers alone, all of them. Throws a `TypeError` for a loss that is not
 * known (naming the nearest) and for arguments that are no numbers.
 */
export function inspectLoss(inspection: Inspection): Report {
  checkNames(inspection, 'inspection', inspectionNames)
  const { loss, options = {}, value, history } = inspection
  const contract = contractWith(namedLoss(loss, 'loss'), options)
  const read: Read = { prediction: valuesOf(inspection.prediction, 'prediction') }
  if (inspection.target !== undefined) read.target = valuesOf(inspection.target, 'target')
  if (inspection.weights !== undefined) read.weights = valuesOf(inspection.weights, 'weights')
  if (value !== undefined) read.loss = valuesOf(value, 'value')
  const { prediction, target } = layoutsOf(contract, read, options)
  const sample = sampleOf(read.prediction!, read.target, { prediction, target })
  const seen = observe(contract, read, options, { rows: 'all', nth: 0 })
  const observation = history ? { ...seen, loss: Math.min(...history), losses: lossesOf(history) } : seen
  return reportOn(contract, observation, { ...inspection, sample })
}

/** What a judgement of measured arguments takes beside them. */
export interface Circumstances extends RuleOptions {
  /** What messages call the loss. */
  name?: string
  sample: Sample
  /** What the tensors are called where they are stored. */
  names?: TensorNames
}

/** Judges what was measured of the arguments of one call. */
export function reportOn(contract: Contract, observation: Observation, circumstances: Circumstances): Report {
  const { name, sample, names } = circumstances
  const use = buildUse(contract, observation, name)
  const problems: FileProblem[] = []
  const { findings, verdict, reason } = judge(use, selected(allRules, circumstances), keeper(circumstances), (rule, error) =>
    problems.push({ file: use.callee, message: `rule ${rule} failed: ${String(error)}`, internal: true }),
  )
  const picture = pictureOf(use, sample, names)
  const reported = { loss: contract.id, verdict, reason, ...(picture && { picture }) }
  return makeReport({ judged: [{ use: reported, findings, within: '', callee: use.callee }], files: 0, problems })
}
