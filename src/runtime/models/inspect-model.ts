import { rules as allRules } from '../../../rules/index.js'
import type { Contract } from '../../contracts/contract.js'
import { claimsFrom } from '../../numbers/claims.js'
import { layoutsFor } from '../../numbers/layout.js'
import { measure } from '../../numbers/stats.js'
import type { Values } from '../../numbers/values.js'
import type { FileProblem, Report } from '../../report.js'
import { type Judged, judge, makeReport } from '../../run.js'
import { type Argument, parameterOf, type Use } from '../../use.js'
import { checkNames, type Names } from '../option-names.js'
import type { LossName } from '../recognise.js'
import { keeper, type RuleOptions, selected } from '../selection.js'
import { type Tensorish, valuesOf } from '../tensors.js'
import { checkedModel, type ModelLike } from './model.js'
import { type Output, outputsOf } from './outputs.js'

export interface ModelInspection extends RuleOptions {
  /** What the model is to be trained on, as `fit` takes it: for several outputs a list of them, or an object by name of output. */
  target?: Tensorish | readonly Tensorish[] | Readonly<Record<string, Tensorish>>
  /** What a loss function of one's own expects: the loss that it is, or a description. */
  contract?: LossName
}

const inspectionNames: Names<ModelInspection> = { target: true, contract: true, rules: true, minCertainty: true }

/**
 * Holds the last layers of a tfjs model against its compiled losses, and its units against the targets where they are given.
 * Nothing is computed: the report has a use for each output with a loss of the cross-entropy family, or with one that is not
 * known; none for other losses. Throws a `TypeError` for what is no model of the layers API, and for targets that do not fit its outputs.
 */
export function inspectModel(model: ModelLike, options: ModelInspection = {}): Report {
  checkNames(options, 'options', inspectionNames)
  const judgeOne = judgeOutputs(options)
  const outputs = outputsOf(checkedModel(model, 'model'), options.contract)
  const targets = targetsFor(outputs, options.target)
  const problems: FileProblem[] = []
  const judged = outputs.flatMap((output) => judgeOne(output, targets[output.index], problems) ?? [])
  return makeReport({ judged, files: 0, problems })
}

/** Judges an output by its layers; undefined where its loss is none of the cross-entropy family. */
export function judgeOutputs(
  options: RuleOptions,
): (output: Output, target: Values | undefined, problems: FileProblem[]) => Judged | undefined {
  const [rules, keep] = [selected(allRules, options), keeper(options)]
  return (output, target, problems) => {
    if (output.loss.is === 'unknown') return unknownUse(output.name, output.loss)
    if (output.loss.is === 'other') return undefined
    const { contract, callee } = output.loss
    const { findings, ...reported } = judge(modelUse(contract, callee, output, target), rules, keep, (rule, error) =>
      problems.push({ file: callee, message: `rule ${rule} failed: ${String(error)}`, internal: true }),
    )
    return { use: { loss: contract.id, ...reported }, findings, within: '', callee }
  }
}

/** The use of a loss that is not known: without it silence would be read as approval. */
function unknownUse(name: string, { reason, remedy }: Extract<Output['loss'], { is: 'unknown' }>): Judged {
  const use = { loss: compile, verdict: 'unknown', reason: `output \`${name}\`: ${reason}`, remedy } as const
  return { use, findings: [], within: '', callee: 'compile' }
}

const compile = '@tensorflow/tfjs#LayersModel.compile'

function modelUse(contract: Contract, callee: string, output: Output, target: Values | undefined): Use {
  const { text, claims, facts, unknown } = output.expected
  const prediction: Argument = { role: 'prediction', text, claims, refuted: [], facts, unknown }
  const measured = target && targetArgument(contract, output, asFitTakes(target))
  return {
    contract,
    callee,
    arguments: { prediction, ...(measured && { target: measured }) },
    options: {},
    classes: contract.axis === 'elementwise' ? undefined : facts.classes,
  }
}

function targetArgument(contract: Contract, { shape }: Output, target: Values): Argument {
  const axis = contract.axis ?? -1
  // The batch is as large as that of the targets.
  const whole = shape.map((size, index) => size ?? target.shape[index] ?? 1)
  const numbers = measure(target, layoutsFor(axis, whole, target.shape).target)
  const { dtype, classes } = numbers
  const facts = { shape: target.shape, dtype, ...(classes > 1 && { classes }) }
  const setting = { role: 'target', axis, other: whole, classes: axis === 'elementwise' ? undefined : whole.at(-1) } as const
  return { role: 'target', text: parameterOf(contract, 'target')?.name ?? 'target', facts, numbers, ...claimsFrom(numbers, setting) }
}

/** `fit` makes a column of a list. */
function asFitTakes(target: Values): Values {
  return target.shape.length === 1 ? { ...target, shape: [...target.shape, 1] } : target
}

function targetsFor(outputs: readonly Output[], given: ModelInspection['target']): (Values | undefined)[] {
  if (given === undefined) return []
  const [first] = outputs
  if (outputs.length === 1) return [valuesOf(isByName(given, first!.name) ? given[first!.name] : given, 'target')]
  const names = outputs.map(({ name }) => name).join(', ')
  if (Array.isArray(given) && given.length === outputs.length) return given.map((each, index) => valuesOf(each, `target[${index}]`))
  if (typeof given !== 'object' || Array.isArray(given) || !outputs.some(({ name }) => name in given))
    throw new TypeError(`target: expected a list of ${outputs.length} targets, or an object with targets for the outputs ${names}`)
  const record = given as Readonly<Record<string, unknown>>
  return outputs.map(({ name }) => (record[name] === undefined ? undefined : valuesOf(record[name], `target.${name}`)))
}

function isByName(given: unknown, name: string): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && Object.hasOwn(given, name)
}
