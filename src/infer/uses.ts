import { spelling } from '../contracts/catalog.js'
import { type Contract, calledWith, isLoss, madeWith, type Role } from '../contracts/contract.js'
import { unresolved } from '../contracts/unresolved.js'
import { handedOver, lossWords } from '../contracts/words.js'
import type { Element, Module, NodeId, NodeOf, Span } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { type Followed, toArgument } from './argument.js'
import { labelsOfBatch } from './batches.js'
import { argumentsOf } from './calls.js'
import { crossed, fromOtherCallers, reachedBy } from './choices.js'
import { compileUses, registerLossFunctions } from './compile.js'
import { root } from './context.js'
import { type Engine, whatIsCalled } from './engine.js'
import { contractOf, dependent, type FoundUse, lookingForLosses, makeUse, nameAround } from './found-use.js'
import { handwrittenUses } from './handwritten.js'
import { bindArguments, isChained } from './operations.js'
import { byKeyword, positional } from './parameters.js'
import { before } from './steps.js'
import { trainedUses } from './trained.js'
import { weakened } from './union.js'
import { cutIn, isThunk, type Lazy, type LibraryObject, optionsOf, type Unknown, type Value } from './value.js'

/**
 * Every loss call in the modules, in source order. `failed` is told of modules that could not be looked at to the end, `begun`
 * of each whose loss calls are looked for, with its index.
 */
export function findUses(
  engine: Engine,
  modules: readonly Module[],
  failed: (file: string, error: unknown) => void,
  begun: (file: string, index: number) => void = () => {},
): FoundUse[] {
  const each = <T>(look: (module: Module, index: number) => readonly T[]): T[] =>
    modules.flatMap((module, index) => {
      try {
        return engine.charging(module.file, () => look(module, index))
      } catch (error) {
        failed(module.file, error)
        return []
      }
    })
  const compiled = each((module) => registerLossFunctions(engine, module))
  return each((module, index) => {
    begun(module.file, index)
    return usesIn(engine, module, compiled)
  })
}

function usesIn(engine: Engine, module: Module, functions: readonly NodeId[]): FoundUse[] {
  const compiled = compileUses(engine, module)
  const own = functions.filter((fn) => engine.graph.node(fn).span.file === module.file)
  const handwritten = handwrittenUses(engine, module, own)
  const assigned = [...compiled, ...handwritten].flatMap(([id, uses]) => (engine.graph.node(id).type === 'call' ? [] : uses))
  const called = module.calls.flatMap((id) => [...calledUses(engine, id), ...(compiled.get(id) ?? []), ...(handwritten.get(id) ?? [])])
  return [...called, ...assigned]
}

/** The uses that a call makes of what it calls: a loss, or what trains a model by one. */
function calledUses(engine: Engine, id: NodeId): FoundUse[] {
  const written = engine.graph.node(id)
  if (written.type !== 'call') return []
  const call = calledDirectly(engine, written)
  const callee = calleeOf(engine, call)
  const contracts = new Set(optionsOf(callee).flatMap((value) => contractOf(engine, value) ?? []))
  const losses = [...contracts].filter(isLoss)
  const trainer = [...contracts].find(({ trains }) => trains !== undefined)
  const within = nameAround(engine.graph, call.owner)
  const found = [
    ...losses.map((contract) => ({ ...directUse(engine, contract, call, id), within })),
    ...(trainer ? trainedUses(engine, id, call, trainer) : []),
  ]
  const cut = found.length === 0 && isNamedLoss(engine, call) ? cutFrom(callee) : undefined
  return cut ? [{ ...unresolvedUse(engine, call, cut), within }] : found
}

/** Why it is not known what is called, be its type declared or not. */
function cutFrom(callee: Value): Unknown | undefined {
  return cutIn(callee) ?? optionsOf(callee).flatMap((one) => (one.is === 'object' && one.unknown?.cut ? one.unknown : []))[0]
}

const nearer = 'It is named like a loss: make or import the loss nearer to this call to have it checked.'

/** A call by the name of a loss, of which it takes too much work to find out what it calls. */
function unresolvedUse(engine: Engine, { callee, span }: NodeOf<'call'>, cut: Unknown): Omit<FoundUse, 'within'> {
  const find = () => cut
  const at = engine.graph.place(span)
  const stopped = { ...cut, reason: `what is called here is not known: ${cut.reason}`, remedy: nearer }
  const { argument } = toArgument(engine, 'prediction', stopped, '', at)
  const text = engine.graph.text(engine.graph.node(callee).span)
  return { use: makeUse(engine, unresolved, text, at, { prediction: { argument } }, new Map()), follow: { prediction: find }, of: null }
}

/** What is called; where the name is a loss's and files with a loss do not tell, the others are asked. */
function calleeOf(engine: Engine, call: NodeOf<'call'>): Value {
  const evaluate = () => engine.evaluate(call.callee, root)
  const callee = lookingForLosses(engine, call, () => engine.assuming([whatIsCalled], evaluate))
  return callee.is === 'unknown' && isNamedLoss(engine, call) ? lookingForLosses(engine, call, evaluate) : callee
}

function isNamedLoss(engine: Engine, { callee }: NodeOf<'call'>): boolean {
  const name = nameOf(engine, callee)
  return name !== undefined && (lossNames(engine).has(name) || lossLike.test(name))
}

/** The name by which something is called. */
function nameOf({ graph }: Pick<Engine, 'graph'>, id: NodeId): string | undefined {
  const node = graph.node(before(graph, id, 'assigned', 'changed'))
  if (node.type === 'merge' && node.reason === 'loop') return nameOf({ graph }, node.options[0]!.node)
  if (node.type === 'member') return typeof node.key === 'string' ? node.key : undefined
  if (node.type === 'captured') return graph.variable(node.variable).name
  return node.type === 'parameter' || node.type === 'alias' ? node.name : undefined
}

const lossLike = new RegExp(handedOver.join('|'), 'i')

const names = new WeakMap<Engine, ReadonlySet<string>>()

function lossNames(engine: Engine): ReadonlySet<string> {
  return remembered(names, engine, () => new Set(lossWords(engine.catalog)))
}

/** `f.call(self, …)` and `f.apply(self, […])` as the call of `f` that they are, unless a library has a method of the name. */
function calledDirectly(engine: Engine, call: NodeOf<'call'>): NodeOf<'call'> {
  const callee = engine.graph.node(call.callee)
  const does = callee.type === 'member' && typeof callee.key === 'string' ? engine.graph.words.functions.get(callee.key) : undefined
  if (callee.type !== 'member' || (does !== 'calls on' && does !== 'calls on with list')) return call
  if (optionsOf(calleeOf(engine, call)).some((one) => one.is === 'method')) return call
  if (does === 'calls on') return { ...call, callee: callee.object, args: call.args.slice(1) }
  const given = call.args[1]
  const list = given && engine.graph.node(given.node)
  const spread = given ? [{ ...given, spread: true }] : []
  return { ...call, callee: callee.object, args: list?.type === 'list' ? list.items : spread }
}

function directUse(engine: Engine, contract: Contract, call: NodeOf<'call'>, id: NodeId): Omit<FoundUse, 'within'> {
  const args: Partial<Record<Role, Element>> = {}
  const follow: FoundUse['follow'] = {}
  const roles: Partial<Record<Role, Followed>> = {}
  const callee = engine.evaluate(call.callee, root)
  const receiver = callee.is === 'method' && isChained(contract) ? callee.receiver : undefined
  const bound = callee.is === 'library' ? (callee.bound ?? []) : []
  const before = [...(receiver === undefined ? [] : [receiver]), ...positional(engine, bound).items]
  let at = engine.graph.place(call.span)
  // What is bound by name has no place among the others, and the call may give it anew.
  const all = [...bound.filter((arg) => arg.keyword !== undefined), ...argumentsOf(call, root)]
  const given = [...before, ...positional(engine, all).items]
  calledWith(contract).forEach((parameter, index) => {
    if (parameter.role === 'option' || parameter.role === 'value') return
    const lazy = given[index] ?? byKeyword(engine, parameter.name, all) ?? byKeyword(engine, parameter.name, bound)
    if (lazy === undefined) return
    const written = given[index] === undefined ? keywordAt(call, parameter.name) : writtenAt(call, index - before.length)
    if (written && !written.spread && written.keyword !== '') args[parameter.role] = written
    const find = () => metBy(engine, { callee, contract, call }, () => engine.force(lazy))
    const value = find()
    follow[parameter.role] = find
    const span = written?.spread ? spreadFrom(engine, lazy, written) : (written?.span ?? call.span)
    const followed = toArgument(engine, parameter.role, value, engine.graph.text(span), engine.graph.place(span))
    roles[parameter.role] = parameter.role === 'target' ? labelsOfBatch(engine, lazy, followed) : followed
    // A call that only hands a list on stands where the list is written.
    if (written?.spread && parameter.role === 'prediction') at = engine.graph.place(span)
  })
  const { options, open } = contract.criterion
    ? optionsWhenMade(callee)
    : bindArguments(engine, contract, receiver, [...bound, ...argumentsOf(call, root)])
  const weights = weightsWhenMade(engine, contract, options, call.span)
  if (weights) roles.weights = weights
  const meant = dependent(engine, contract, options, open)
  if (!meant) roles.prediction = undecided(roles.prediction, `\`${contract.depends?.option}\` is not known`)
  const use = makeUse(engine, meant ?? contract, calleeText(engine, call, contract), at, roles, options)
  return { use, follow, written: { call: id, args } }
}

/** The weights that a criterion was made with. */
function weightsWhenMade(engine: Engine, contract: Contract, options: ReadonlyMap<string, Lazy>, at: Span): Followed | undefined {
  const parameter = contract.criterion ? madeWith(contract).find(({ role }) => role === 'weights') : undefined
  const lazy = parameter && options.get(parameter.name)
  if (!lazy) return undefined
  const text = isThunk(lazy) ? engine.graph.text(engine.graph.node(lazy.node).span) : parameter.name
  return toArgument(
    engine,
    'weights',
    engine.question(() => engine.force(lazy)),
    text,
    engine.graph.place(at),
  )
}

/** What an argument comes to where the loss is this one of several. */
function metBy(
  engine: Engine,
  { callee, contract, call }: { callee: Value; contract: Contract; call: NodeOf<'call'> },
  find: () => Value,
): Value {
  if (callee.is !== 'union') return reachedBy(engine, call, [], find)
  const chosen = callee.options.filter(({ value }) => contractOf(engine, value) === contract)
  // Functions that set it run in an order that is not known, so nothing says that what arrives meets this loss.
  if (chosen.length < callee.options.length && chosen.every(({ via }) => via === 'shared'))
    return weakened(reachedBy(engine, call, [], find), 'possible')
  const ways = chosen.map(({ when }) => when)
  if (ways.length !== 1) return reachedBy(engine, call, [], find)
  const value = reachedBy(engine, call, ways[0]!, find)
  return ways[0]!.length > 0 && !fromOtherCallers(value, ways[0]!) ? value : crossed(value)
}

/** Where an item of a list that is spread into a call is written. */
function spreadFrom(engine: Engine, item: Lazy, { span }: Element): Span {
  return isThunk(item) ? engine.graph.node(item.node).span : span
}

/** The argument of a place, or the list that is spread over it. */
function writtenAt({ args }: NodeOf<'call'>, index: number): Element | undefined {
  const spread = args.findIndex((arg) => arg.spread)
  return spread >= 0 && index >= spread ? args[spread] : args[index]
}

function keywordAt({ args }: NodeOf<'call'>, name: string): Element | undefined {
  return args.find((arg) => arg.keyword === name) ?? args.find((arg) => arg.keyword === '')
}

function undecided(prediction: Followed | undefined, reason: string): Followed | undefined {
  return prediction && { argument: { ...prediction.argument, claims: [], facts: {}, unknown: reason } }
}

/** The options of a criterion object, when only one can have been called. */
function optionsWhenMade(callee: Value): Pick<LibraryObject, 'options' | 'open'> {
  const object = callee.is === 'method' ? callee.receiver : callee
  return 'is' in object && object.is === 'object' ? object : { options: new Map(), open: true }
}

/** The callee as it is written where it is called; that of what another call gives, as in `pick()(…)`, says nothing of it. */
function calleeText(engine: Engine, call: NodeOf<'call'>, contract: Contract): string {
  if (engine.graph.node(call.callee).type === 'call') return spelling(contract)
  const text = engine.graph.text({ ...call.span, end: Math.min(call.span.end, call.span.start + 120) })
  const open = text.indexOf('(')
  const written = open > 0 ? text.slice(0, open).trim() : ''
  return /^[\w$.]+$/.test(written) ? written : spelling(contract)
}
