import { frameworkNamed, spelling } from '../contracts/catalog.js'
import { type Contract, isLoss } from '../contracts/contract.js'
import type { Module, NodeId, Span } from '../graph/graph.js'
import { nearest } from '../nearest.js'
import { remembered } from '../remembered.js'
import { toArgument } from './argument.js'
import { assignedLosses } from './assigned-losses.js'
import { ofBatch } from './batches.js'
import { assumingAll, reachedBy } from './choices.js'
import { type Compile, compileOf, entriesOf, type LossEntry } from './compiled.js'
import type { Engine } from './engine.js'
import { contractOf, dependent, type FoundUse, makeUse, nameAround } from './found-use.js'
import { labelsFor } from './labels.js'
import { type Bound, bindArguments } from './operations.js'
import { outputOf } from './outputs.js'
import { replacedBy } from './recompiled.js'
import { same } from './same.js'
import { before } from './steps.js'
import { mapValue, union, weakened } from './union.js'
import { isThunk, type Lazy, unknown, type Value } from './value.js'

/** Tells the engine that the models of a module call their loss functions with (target, prediction), and gives them. */
export function registerLossFunctions(engine: Engine, module: Module): NodeId[] {
  return compilesOf(engine, module).flatMap((compile) => registered(engine, compile))
}

function compilesOf(engine: Engine, module: Module): Compile[] {
  return [...module.calls.map((id) => compileOf(engine, id)).filter((compile) => compile !== undefined), ...assignedLosses(engine, module)]
}

function registered(engine: Engine, compile: Compile): NodeId[] {
  return lossesOf(engine, compile).flatMap(({ value, output: name }) => {
    if (value.is !== 'function' || contractOf(engine, value)) return []
    const output = engine.question(() => outputOf(engine, compile.model, name))
    const prediction = mapValue(output, (one) => (one.is === 'tensor' ? { ...one, facts: { ...one.facts, handed: 'prediction' } } : one))
    engine.addCaller(value.node, { args: [...(value.bound ?? []), { value: labelsOf(compile) }, { value: prediction }], call: null })
    return [value.node]
  })
}

function labelsOf({ contract }: Compile): Value {
  const why = 'these are the labels that `fit` is given'
  return { is: 'tensor', package: contract.package, claims: [], facts: { handed: 'target' }, unknown: why }
}

/** The uses that the models of a module make of their losses. A loss that is replaced before any training is none. */
export function compileUses(engine: Engine, module: Module): Map<NodeId, FoundUse[]> {
  const uses = new Map<NodeId, FoundUse[]>()
  const compiles = compilesOf(engine, module)
  const replacing = new Map<NodeId, Compile[]>()
  for (const compile of compiles)
    for (const id of replacedBy(engine, compile.step)) remembered(replacing, id, (): Compile[] => []).push(compile)
  for (const compile of compiles) uses.set(compile.id, usesOf(engine, module, compile, replacing.get(compile.id) ?? []))
  return uses
}

/** The losses of a model, by output: one that stands for all is that of each. */
function lossesOf(engine: Engine, { loss, output, model }: Compile): LossEntry[] {
  const value = engine.question(() => engine.force(loss))
  const entries = entriesOf(engine, value, output, [], output === undefined ? undefined : loss)
  if (!entries.some((entry) => entry.output === undefined)) return entries
  const given = engine.question(() => outputOf(engine, model, undefined))
  const outputs = given.is === 'list' && !given.open ? given.items.map((_, index) => index) : [undefined]
  return entries.flatMap((entry) => (entry.output === undefined ? outputs.map((each) => ({ ...entry, output: each })) : [entry]))
}

/** Whether losses that are given later take the place of an entry. */
function isReplaced({ output }: LossEntry, by: Compile): boolean {
  return by.output === undefined || by.output === (output ?? 0)
}

/** One entry for each loss, whatever the number of ways to it. */
function distinct(entries: readonly LossEntry[]): LossEntry[] {
  const found: LossEntry[] = []
  for (const entry of entries) {
    const index = found.findIndex((each) => each.output === entry.output && same(each.value, entry.value))
    if (index < 0) found.push(entry)
    else found[index] = { ...found[index]!, whens: [...found[index]!.whens, ...entry.whens] }
  }
  return found
}

function usesOf(engine: Engine, module: Module, compile: Compile, replaced: readonly Compile[]): FoundUse[] {
  return distinct(lossesOf(engine, compile)).flatMap((entry) => {
    if (replaced.some((by) => isReplaced(entry, by))) return []
    const found = lossOf(engine, compile, entry)
    if (!found) return []
    const find = () => (found.unknown === undefined ? predictionFor(engine, compile, entry) : unknown(found.unknown))
    const prediction = find()
    const span = spanOf(engine, compile, entry)
    const at = engine.graph.place(span)
    const text = `output of ${engine.graph.text(modelSpan(engine, compile))}`
    const use = makeUse(
      engine,
      found.contract,
      found.callee,
      at,
      {
        prediction: ofBatch(toArgument(engine, 'prediction', prediction, text, at)),
        target: labelsFor(engine, module, compile.id, entry.output),
      },
      found.options,
    )
    return [{ use: { ...use, faults: found.faults }, within: nameAround(engine.graph, compile.step.owner), follow: { prediction: find } }]
  })
}

/** What the model gives where the entry is its loss: likely at most when a decision chose the loss among others. */
function predictionFor(engine: Engine, compile: Compile, { whens, output }: LossEntry): Value {
  const find = () => outputOf(engine, compile.model, output)
  const always = reachedBy(engine, compile.step, [], find)
  if (whens.some((when) => when.length === 0)) return always
  if (always.is !== 'union') return weakened(always, 'likely')
  const ways = whens.map((when) => ({ value: assumingAll(engine, compile.step, when, find), via: 'callers' as const }))
  return weakened(union(ways), 'likely')
}

interface FoundLoss {
  contract: Contract
  callee: string
  /** What it was made with. */
  options: ReadonlyMap<string, Lazy>
  faults?: readonly { option: string; given: string; nearest?: string }[]
  /** Why the loss is not known; then nothing can be said of the use. */
  unknown?: string
}

/** The contract that an entry stands for; undefined when it is no loss of ours. */
function lossOf(engine: Engine, compile: Compile, { value }: LossEntry): FoundLoss | undefined {
  const framework = frameworkNamed(compile.contract.package)
  if (value.is === 'literal' && typeof value.value === 'string') {
    // Only `compile` knows names: a text that is assigned ends in an error.
    if (compile.step.type === 'assigned') return undefined
    const id = framework && Object.hasOwn(framework.lossNames, value.value) ? framework.lossNames[value.value] : undefined
    const contract = id ? engine.catalog.byId(id) : undefined
    if (contract) return { contract, callee: `'${value.value}'`, options: none }
    if (id === null) return undefined
    const known = nearestName(value.value, Object.keys(framework?.lossNames ?? {}))
    return {
      contract: compile.contract,
      callee: 'compile',
      options: none,
      faults: [{ option: 'loss', given: value.value, nearest: known }],
    }
  }
  const contract = contractOf(engine, value)
  if (contract && !isLoss(contract)) return undefined
  if (contract) {
    const { options, open } = optionsGiven(engine, contract, value)
    const meant = dependent(engine, contract, options, open)
    const unknown = meant ? {} : { unknown: `its \`${contract.depends?.option}\` is not known` }
    return { contract: meant ?? contract, callee: spelling(meant ?? contract), options, ...unknown }
  }
  return value.is === 'unknown'
    ? { contract: compile.contract, callee: 'compile', options: none, unknown: `its loss is not known: ${value.reason}` }
    : undefined
}

const none: ReadonlyMap<string, Lazy> = new Map()

/** The nearest name; of those that differ in their spelling only, the first, which is the one that people write. */
function nearestName(given: string, names: readonly string[]): string | undefined {
  const plain = (name: string) => name.replaceAll('_', '').toLowerCase()
  const found = nearest(given, names)
  return found && names.find((each) => plain(each) === plain(found))
}

/** What a loss was made with, or bound to. */
function optionsGiven(engine: Engine, contract: Contract, value: Value): Pick<Bound, 'options' | 'open'> {
  if (value.is === 'object') return value
  return value.is === 'library' ? bindArguments(engine, contract, undefined, value.bound ?? []) : { options: new Map(), open: false }
}

/** Where the loss is written: the entry of the options, or of the list or record in it. */
function spanOf(engine: Engine, compile: Compile, entry: LossEntry): Span {
  const item = entry.lazy && isThunk(entry.lazy) ? engine.graph.node(entry.lazy.node) : undefined
  if (item && (compile.step.type === 'call' || item.type !== 'alias')) return item.span
  const { step } = compile
  const named = step.type === 'call' ? step.args.find(({ keyword }) => keyword === 'loss') : undefined
  if (named) return named.span
  const options = step.type === 'call' ? step.args[0] : undefined
  if (!options) return step.span
  const node = engine.graph.node(before(engine.graph, options.node, 'alias', 'changed'))
  const written = node.type === 'record' ? node.entries.find((each) => each.key === 'loss') : undefined
  return written?.span ?? options.span
}

/** The model as it is written. */
function modelSpan(engine: Engine, { step }: Compile): Span {
  const whole = step.type === 'call' ? engine.graph.node(step.callee).span : step.span
  const text = engine.graph.text(whole)
  const end = text.lastIndexOf(`.${step.type === 'call' ? 'compile' : step.key}`)
  return end > 0 ? { ...whole, end: whole.start + end } : whole
}
