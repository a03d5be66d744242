import { frameworkNamed, spelling } from '../contracts/catalog.js'
import { type Contract, isLoss } from '../contracts/contract.js'
import { frameworks } from '../contracts/index.js'
import type { Module, NodeId, NodeOf, Span } from '../graph/graph.js'
import { nearest } from '../nearest.js'
import { whenTrained } from './aliases.js'
import { toArgument } from './argument.js'
import { libraryPart } from './bases.js'
import { argumentsOf } from './calls.js'
import { assumingAll, reachedBy } from './choices.js'
import { type Argument, root } from './context.js'
import { type Engine, whatIsCalled } from './engine.js'
import { evaluateThis } from './evaluate.js'
import { contractOf, type FoundUse, lookingForLosses, makeUse, nameAround, optionsOf } from './found-use.js'
import { labelsFor } from './labels.js'
import { applyAny, applyObject } from './objects.js'
import { optionsFrom } from './operations.js'
import { replacedBy } from './recompiled.js'
import {
  type Assumption,
  isThunk,
  type Lazy,
  type LibraryObject,
  literal,
  mapValue,
  nothing,
  present,
  same,
  type Thunk,
  union,
  unknown,
  type Value,
  weakened,
} from './value.js'

/** One `model.compile({ loss })`: the model as it was then, and the loss option. */
interface Compile {
  id: NodeId
  call: NodeOf<'call'>
  contract: Contract
  model: Lazy
  loss: Lazy
}

/** Tells the engine that `compile` calls its loss functions with (target, prediction), and gives them. */
export function registerLossFunctions(engine: Engine, id: NodeId): NodeId[] {
  const compile = compileOf(engine, id)
  if (!compile) return []
  const loss = engine.question(() => engine.force(compile.loss))
  return entriesOf(engine, loss).flatMap(({ value, output: name }) => {
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

/** The uses that `compile` calls of a module make, by call. A loss that a later `compile` of the same model replaces is none. */
export function compileUses(engine: Engine, module: Module): Map<NodeId, FoundUse[]> {
  const uses = new Map<NodeId, FoundUse[]>()
  const compiles = module.calls.map((id) => compileOf(engine, id)).filter((compile) => compile !== undefined)
  const replaced = new Set(compiles.flatMap(({ id }) => replacedBy(engine, id)))
  for (const compile of compiles) if (!replaced.has(compile.id)) uses.set(compile.id, usesOf(engine, module, compile))
  return uses
}

function compileOf(engine: Engine, id: NodeId): Compile | undefined {
  const call = engine.graph.node(id)
  if (call.type !== 'call') return undefined
  const callee = engine.graph.node(call.callee)
  if (callee.type !== 'member' || callee.key !== 'compile') return undefined
  return lookingForLosses(engine, call, () => compileBy(engine, id, call, callee))
}

function compileBy(engine: Engine, id: NodeId, call: NodeOf<'call'>, callee: NodeOf<'member'>): Compile | undefined {
  const method = methodOf(engine, call)
  const loss = engine.question(() => lossOption(engine, method?.contract ?? compileContract(), argumentsOf(call, root)))
  if (loss === undefined) return undefined
  const target = engine.graph.node(callee.object)
  const model: Lazy =
    target.type === 'super'
      ? engine.question(() => libraryPart(engine, evaluateThis(engine, target, root)))
      : { node: callee.object, ctx: root }
  if (method) return method.contract.mutates === 'compile' ? { id, call, contract: method.contract, model, loss } : undefined
  return isForeign(engine, call.callee) || !namesLoss(engine, loss) ? undefined : { id, call, contract: compileContract(), model, loss }
}

/** The library's method that is called; files without a loss are asked only when the others do not tell. */
function methodOf(engine: Engine, call: NodeOf<'call'>): Extract<Value, { is: 'method' }> | undefined {
  const callee = () => optionsOf(engine.evaluate(call.callee, root)).find((value) => value.is === 'method')
  return engine.question(() => engine.assuming([whatIsCalled], callee)) ?? engine.question(callee)
}

/** What the options of a `compile` may hold as loss; undefined when they are known to hold none. */
function lossOption(engine: Engine, contract: Contract, args: readonly Argument[]): Lazy | undefined {
  const configs = optionsFrom(engine, contract, args)
  const losses = configs.flatMap(({ bound: { options, open }, when, via }) => {
    const loss = options.get('loss')
    if (loss === undefined && !open) return []
    return [{ value: loss ?? unknown('the options of `compile` are not known whole'), when, via }]
  })
  return losses.length > 1 ? { join: losses } : losses[0]?.value
}

/** Where the model is not known, only a loss that is known tells that this is a model's `compile`. */
function namesLoss(engine: Engine, loss: Lazy): boolean {
  return entriesOf(
    engine,
    engine.question(() => engine.force(loss)),
  ).some(({ value }) => {
    if (value.is === 'literal')
      return frameworks.some((framework) => typeof value.value === 'string' && Object.hasOwn(framework.lossNames, value.value))
    const contract = contractOf(engine, value)
    return contract !== undefined && isLoss(contract)
  })
}

function compileContract(): Contract {
  const [contract] = frameworks.flatMap((framework) => framework.entries.filter((entry) => entry.mutates === 'compile'))
  return contract!
}

/** A `compile` that is known to be no model's: another library's, one that the project defines. */
function isForeign(engine: Engine, callee: NodeId): boolean {
  const own = new Set<Value['is']>(['function', 'class', 'library'])
  return optionsOf(engine.question(() => engine.evaluate(callee, root))).every((value) => own.has(value.is))
}

interface LossEntry {
  value: Exclude<Value, { is: 'union' }>
  /** The ways in which it comes to be the loss. */
  whens: readonly (readonly Assumption[])[]
  /** Index or name of the output that the loss is for; undefined: the only one. */
  output: number | string | undefined
  lazy: Lazy | undefined
}

/** The losses that an option can hold: one, one an output, alternatives of a decision. */
function entriesOf(engine: Engine, loss: Value, output?: number | string, when: readonly Assumption[] = [], lazy?: Lazy): LossEntry[] {
  if (loss.is === 'union') return loss.options.flatMap((option) => entriesOf(engine, option.value, output, [...when, ...option.when], lazy))
  if (output === undefined && loss.is === 'list')
    return loss.items.flatMap((item, index) => entriesOf(engine, engine.force(item), index, when, item))
  if (output === undefined && loss.is === 'record')
    return [...loss.fields].flatMap(([name, item]) => entriesOf(engine, engine.force(item), name, when, item))
  return [{ value: loss, whens: [when], output, lazy }]
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

function usesOf(engine: Engine, module: Module, compile: Compile): FoundUse[] {
  const loss = engine.question(() => engine.force(compile.loss))
  return distinct(entriesOf(engine, loss)).flatMap((entry) => {
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
      { prediction: toArgument(engine, 'prediction', prediction, text, at), target: labelsFor(engine, module, compile.id, entry.output) },
      new Map(),
    )
    return [{ use: { ...use, faults: found.faults }, within: nameAround(engine.graph, compile.call.owner), follow: { prediction: find } }]
  })
}

/** What the model gives where the entry is its loss: likely at most when a decision chose the loss among others. */
function predictionFor(engine: Engine, compile: Compile, { whens, output }: LossEntry): Value {
  const find = () => outputOf(engine, compile.model, output)
  const always = reachedBy(engine, compile.call, find)
  if (whens.some((when) => when.length === 0)) return always
  if (always.is !== 'union') return weakened(always, 'likely')
  const ways = whens.map((when) => ({ value: assumingAll(engine, compile.call, when, find), via: 'callers' as const }))
  return weakened(union(ways), 'likely')
}

interface FoundLoss {
  contract: Contract
  callee: string
  faults?: readonly { option: string; given: string; nearest?: string }[]
  /** Why the loss is not known; then nothing can be said of the use. */
  unknown?: string
}

/** The contract that an entry stands for; undefined when it is no loss of ours. */
function lossOf(engine: Engine, compile: Compile, { value }: LossEntry): FoundLoss | undefined {
  const framework = frameworkNamed(compile.contract.package)
  if (value.is === 'literal' && typeof value.value === 'string') {
    const id = framework && Object.hasOwn(framework.lossNames, value.value) ? framework.lossNames[value.value] : undefined
    const contract = id ? engine.catalog.byId(id) : undefined
    if (contract) return { contract, callee: `'${value.value}'` }
    if (id === null) return undefined
    const known = nearest(value.value, Object.keys(framework?.lossNames ?? {}))
    return { contract: compile.contract, callee: 'compile', faults: [{ option: 'loss', given: value.value, nearest: known }] }
  }
  const contract = contractOf(engine, value)
  if (contract) return isLoss(contract) ? { contract, callee: spelling(contract) } : undefined
  return value.is === 'unknown'
    ? { contract: compile.contract, callee: 'compile', unknown: `its loss is not known: ${value.reason}` }
    : undefined
}

/** What the model gives, or one of its outputs. */
function outputOf(engine: Engine, model: Lazy, output: number | string | undefined): Value {
  const value = present(libraryPart(engine, whenTrained(engine, model)))
  if (value.is === 'union') {
    const outputs = value.options.map((option) => ({ ...option, value: outputOf(engine, option.value, output) }))
    return {
      is: 'union',
      options: outputs.flatMap((option) => (option.value.is === 'union' ? option.value.options : [{ ...option, value: option.value }])),
    }
  }
  if (value.is !== 'object') return value.is === 'unknown' ? value : unknown('the model is not known')
  const given = applyObject(engine, value, undefined)
  if (output === undefined) return given.is === 'list' && given.items.length === 1 ? engine.force(given.items[0]!) : given
  if (typeof output === 'number')
    return given.is === 'list' ? engine.force(given.items[output] ?? unknown('the model has no such output')) : given
  return namedOutput(engine, value, output) ?? unknown(`which layer makes the output \`${output}\` is not known`)
}

/** The output whose last layer has the name; every output's layer has to be known by name to tell. */
function namedOutput(engine: Engine, model: LibraryObject, name: string): Value | undefined {
  const option = model.made?.outputs === undefined ? undefined : model.options.get(model.made.outputs)
  const outputs = option === undefined ? undefined : engine.force(option)
  const lazies: readonly Lazy[] = outputs?.is === 'list' ? outputs.items : option === undefined ? (model.layers?.slice(-1) ?? []) : [option]
  for (const lazy of lazies) {
    const layer = isThunk(lazy) ? layerOf(engine, lazy) : lazy
    const value = layer === undefined ? nothing : engine.force(layer)
    const part = libraryPart(engine, value)
    const named = part.is === 'object' ? engine.force(part.options.get('name') ?? literal(undefined)) : undefined
    if (named?.is === 'literal' && named.value === name)
      return isThunk(lazy) ? engine.force(lazy) : applyAny(engine, value, undefined, 'the layer of the output')
  }
  return undefined
}

/** The layer whose `apply` made an output; of a sequential model's layer, the layer itself. */
function layerOf(engine: Engine, lazy: Thunk): Lazy | undefined {
  let node = engine.graph.node(lazy.node)
  while (node.type === 'alias' || node.type === 'changed') node = engine.graph.node(node.type === 'alias' ? node.value : node.object)
  if (node.type !== 'call') return undefined
  const callee = engine.graph.node(node.callee)
  return callee.type === 'member' && callee.key === 'apply' ? { node: callee.object, ctx: lazy.ctx } : lazy
}

/** Where the loss is written: the entry of the options, or of the list or record in it. */
function spanOf(engine: Engine, compile: Compile, entry: LossEntry): Span {
  if (entry.lazy && isThunk(entry.lazy)) return engine.graph.node(entry.lazy.node).span
  const options = compile.call.args[0]
  if (!options) return compile.call.span
  let node = engine.graph.node(options.node)
  while (node.type === 'alias' || node.type === 'changed') node = engine.graph.node(node.type === 'alias' ? node.value : node.object)
  const written = node.type === 'record' ? node.entries.find((each) => each.key === 'loss') : undefined
  return written?.span ?? options.span
}

function modelSpan(engine: Engine, { call }: Compile): Span {
  const whole = engine.graph.node(call.callee).span
  const text = engine.graph.text(whole)
  return text.endsWith('.compile') ? { ...whole, end: whole.end - '.compile'.length } : whole
}
