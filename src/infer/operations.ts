import { frameworkNamed, isPython, lastName } from '../contracts/catalog.js'
import { type Contract, type Made, madeWith, type Parameter, type Transfer } from '../contracts/contract.js'
import type { NodeId, Span } from '../graph/graph.js'
import type { Kind } from '../kinds.js'
import { builtinNamed, callBuiltin } from './builtins.js'
import { logSoftmaxByHand } from './by-hand.js'
import type { Site } from './callbacks.js'
import { callFunction } from './calls.js'
import { chosenMethod } from './chosen-method.js'
import { changedByMethod } from './containers.js'
import type { Argument, Context } from './context.js'
import type { Engine } from './engine.js'
import { cellOf, providedBy, stateOf } from './held.js'
import { layerOf } from './layers.js'
import { laidOut } from './layout.js'
import { applyAny, applyLayers } from './objects.js'
import { positional } from './parameters.js'
import { type Operation, outcome } from './tensors.js'
import { mapValue } from './union.js'
import { type Choice, isEmpty, type Lazy, type LibraryObject, literal, unknown, type Value } from './value.js'
import { operationOf as writtenOperation } from './written.js'

/** A call of something that has a contract. */
export interface CallSite {
  span: Span
  args: readonly Argument[]
  key: string
  ctx: Context
  /** The call, where it is one. */
  event?: NodeId
}

/** The arguments of a call, by the contract's names for them. */
export interface Bound {
  inputs: readonly Lazy[]
  options: ReadonlyMap<string, Lazy>
  /** There may be options that are not known. */
  open: boolean
}

/** What a call gives according to its contract. */
export function applyContract(engine: Engine, contract: Contract, receiver: Lazy | undefined, site: CallSite): Value {
  const made = contract.makes ?? (contract.criterion && receiver === undefined ? { type: contract.name } : undefined)
  if (contract.config && made)
    return mapValue(configOf(engine, site.args), (config) => make(engine, contract, made, fromConfig(config), site))
  const bound = bindArguments(engine, contract, receiver, site.args, contract.criterion ? madeWith(contract) : contract.takes)
  if (contract.gives === 'itself' && receiver !== undefined && !isChained(contract)) return itself(engine, contract, receiver, site)
  const picked = contract.gives === 'layer' ? layerGiven(engine, receiver, bound.options, contract) : undefined
  if (picked) return picked
  if (made) return made.on === undefined ? make(engine, contract, made, bound, site) : madeOn(engine, contract, made, bound, site)
  if (contract.means !== undefined) return callBuiltin(builtinNamed(engine.graph.words, contract.means), site.args, siteOf(engine, site))
  if (contract.gives === 'called') return calledWithNext(engine, bound)
  if (contract.results)
    return tupleOf(contract.results, (gives) => outcome(gives, operationOf(engine, contract, bound, site), bound.inputs))
  if (contract.computes === 'log-sum-exp')
    return { ...unknown(`it comes from \`${lastName(contract)}\`, whose result is of no known kind`), normaliser: true }
  const byHand = contract.computes === 'difference' ? differenceByHand(engine, contract, site) : undefined
  if (byHand) return byHand
  if (contract.gives === undefined) return unknown(`it comes from \`${contract.name}\`, whose result is of no known kind`)
  if (contract.gives === 'callback') return runCallback(engine, site)
  if (contract.gives === 'state') return stateOf(bound.inputs[0] ?? literal(undefined), site)
  if (contract.gives === 'cell') return cellOf(bound.inputs[0] ?? literal(null))
  if (contract.gives === 'provided') return providedBy(engine, bound.inputs[0] ?? unknown('an argument is missing'))
  if (contract.gives === 'sequence') return throughList(engine, bound)
  if (contract.gives === 'applied')
    return chosenMethod(engine, contract, receiver, bound.options, site) ?? applyReceiver(engine, receiver, bound.inputs[0])
  if (contract.empty && bound.inputs.length === 0)
    return contract.empty === 'list' ? { is: 'list', items: [], open: false } : { is: 'record', fields: new Map(), open: false, dict: true }
  return laidOut(engine, contract, bound, outcome(contract.gives, operationOf(engine, contract, bound, site), bound.inputs))
}

function differenceByHand(engine: Engine, contract: Contract, { event, span, ctx }: CallSite): Value | undefined {
  const operation = event === undefined ? undefined : writtenOperation(engine, { node: event, ctx, span })
  return operation?.contract.computes === 'difference' ? logSoftmaxByHand(engine, contract, { inputs: operation.inputs, span }) : undefined
}

/** The receiver of a method that gives it back, after what the method does to it. */
function itself(engine: Engine, contract: Contract, receiver: Lazy, { args }: CallSite): Value {
  return mapValue(engine.force(receiver), (one) =>
    one.is === 'object' && contract.mutates ? changedByMethod(engine, one, lastName(contract), args) : one,
  )
}

/** What the first value gives for the second. */
function calledWithNext(engine: Engine, { inputs: [fn, input] }: Bound): Value {
  if (fn === undefined) return unknown('an argument is missing')
  return mapValue(engine.force(fn), (one) => applyAny(engine, one, input, 'what is called', fn))
}

function siteOf(engine: Engine, { key, ctx, event }: CallSite): Site {
  return { engine, key, ctx, event: event ?? (0 as NodeId) }
}

function operationOf(engine: Engine, contract: Contract, { options }: Bound, { span }: CallSite): Operation {
  return { engine, contract, at: engine.graph.place(span), note: `\`${lastName(contract)}\` applied here`, options }
}

/** Several values at once; of some nothing is known. */
export function tupleOf(results: NonNullable<Contract['results']>, make: (gives: Kind | Transfer) => Value): Value {
  const items = results.map((gives) => (gives === null ? unknown('it is an item of a result of which nothing is known') : make(gives)))
  return { is: 'list', items, open: false }
}

/** Matches arguments with parameters: by position, by keyword, or by key of the one options object. */
export function bindArguments(
  engine: Engine,
  contract: Contract,
  receiver: Lazy | undefined,
  args: readonly Argument[],
  takes: readonly Parameter[] = contract.takes,
): Bound {
  if (contract.config) return fromConfig(configOf(engine, args))
  const { items, open } = positional(engine, args)
  const options = new Map<string, Lazy>()
  const spread = keywordsOf(engine, args, options)
  const all = receiver !== undefined && isChained(contract) ? [receiver, ...items] : items
  const inputs: Lazy[] = []
  takes.forEach((parameter, index) => {
    const given = (parameter.rest ? restFrom(engine, all, index, open) : all[index]) ?? options.get(parameter.name)
    if (given === undefined) return
    options.set(parameter.name, given)
    if (parameter.role !== 'option' && parameter.role !== 'weights') inputs.push(given)
  })
  return { inputs, options, open: open || spread }
}

/** All arguments from a place on, or the one list that holds them. */
function restFrom(engine: Engine, all: readonly Lazy[], index: number, open: boolean): Lazy | undefined {
  const [first] = all.slice(index)
  if (first === undefined) return undefined
  const only = all.length === index + 1 && !open ? engine.force(first) : undefined
  return only?.is === 'list' ? only : { is: 'list', items: all.slice(index), open: open || only?.is === 'unknown' }
}

/** Fills in the keyword arguments; whether there may be others that are not known. */
function keywordsOf(engine: Engine, args: readonly Argument[], options: Map<string, Lazy>): boolean {
  let open = false
  for (const { keyword, value } of args) {
    if (keyword === undefined) continue
    const record = keyword === '' ? engine.force(value) : undefined
    if (!record) options.set(keyword, value)
    else if (record.is === 'record') for (const [key, field] of record.fields) options.set(key, field)
    open ||= record !== undefined && (record.is !== 'record' || record.open)
  }
  return open
}

/** What each of the objects that may arrive as options holds. */
export function optionsFrom(engine: Engine, contract: Contract, args: readonly Argument[]): (Omit<Choice, 'value'> & { bound: Bound })[] {
  const config = contract.config ? configOf(engine, args) : undefined
  if (config?.is !== 'union') return [{ bound: bindArguments(engine, contract, undefined, args), when: [], via: 'branch' }]
  return config.options.map(({ value, when, via }) => ({ bound: fromConfig(value), when, via }))
}

function configOf(engine: Engine, args: readonly Argument[]): Value {
  const first = positional(engine, args).items[0]
  return first === undefined ? { is: 'record', fields: new Map(), open: false } : engine.force(first)
}

function fromConfig(config: Value): Bound {
  if (config.is !== 'record') return { inputs: [], options: new Map(), open: config.is !== 'literal' }
  return { inputs: [], options: config.fields, open: config.open }
}

/** Operations and methods of values take the receiver as first value; methods of layers and models do not. */
export function isChained(contract: Contract): boolean {
  if (contract.criterion) return false
  const within = contract.name.slice(0, Math.max(contract.name.lastIndexOf('.'), 0))
  const types = frameworkNamed(contract.package)?.types ?? {}
  if (within === '' || (Object.hasOwn(types, within) && types[within]!.chained)) return true
  return Object.values(types).some((type) => type.chained === within)
}

function make(engine: Engine, contract: Contract, made: Made, bound: Bound, site: CallSite): Value {
  const { options, open } = bound
  const origin = lastName(contract)
  const object: LibraryObject = {
    is: 'object',
    package: contract.package,
    type: made.type,
    made,
    contract,
    origin,
    span: site.span,
    options,
    open,
  }
  if (!made.layers) return object
  if (made.layers === 'args') {
    const either = site.args.findIndex(({ value, spread }) => spread && engine.force(value).is === 'union')
    if (either >= 0)
      return mapValue(engine.force(site.args[either]!.value), (one) => make(engine, contract, made, bound, withArgument(site, either, one)))
    const given = positional(engine, site.args)
    const [only] = given.items
    const named = only && given.items.length === 1 ? engine.force(only) : undefined
    // Some libraries take them in one list; those that are named come in a record.
    if (named?.is === 'list') return named.open ? object : withNamed(object, [...named.items.entries()])
    if (named?.is === 'record') return named.open ? object : withNamed(object, [...named.fields])
    return given.open ? object : withNamed(object, [...given.items.entries()])
  }
  const given = bound.options.get(made.layers)
  if (given === undefined) return bound.open ? object : { ...object, layers: [] }
  return mapValue(engine.force(given), (list) => (list.is === 'list' && !list.open ? { ...object, layers: list.items } : object))
}

/** A model with layers under their names or numbers, which are members of it where the library is Python's. */
function withNamed(object: LibraryObject, entries: readonly (readonly [string | number, Lazy])[]): Value {
  const framework = frameworkNamed(object.package)
  const names = framework && isPython(framework) && entries.map(([name]) => String(name))
  return { ...object, layers: entries.map(([, layer]) => layer), ...(names && { names }) }
}

function withArgument(site: CallSite, at: number, value: Value): CallSite {
  return { ...site, args: site.args.map((arg, index) => (index === at ? { ...arg, value } : arg)) }
}

/** A layer that is a function: what it gives for the value that it is called with. */
function madeOn(engine: Engine, contract: Contract, made: Made, bound: Bound, site: CallSite): Value {
  const input = made.on === undefined ? undefined : bound.options.get(made.on)
  return mapValue(make(engine, contract, made, bound, site), (layer) => applyAny(engine, layer, input, 'a layer'))
}

/** The layer of the receiver that the first option names or counts, or that a further one counts. */
function layerGiven(engine: Engine, receiver: Lazy | undefined, options: Bound['options'], { takes }: Contract): Value | undefined {
  const given = takes.flatMap(({ name }) => options.get(name) ?? []).map((option) => engine.force(option))
  const which = given.find((value) => !isEmpty(value))
  return which && receiver && layerOf(engine, engine.force(receiver), which)
}

function runCallback(engine: Engine, { args, key, ctx }: CallSite): Value {
  const { items } = positional(engine, args)
  const values = items.map((item) => engine.force(item))
  const fn = values.findLast((value) => value.is === 'function') ?? values.at(-1)
  if (fn?.is === 'function') return callFunction(engine, fn, [], key, ctx)
  return fn?.is === 'unknown' ? fn : unknown('the function that is called here is not known')
}

function throughList(engine: Engine, { inputs, options }: Bound): Value {
  const layers = engine.force(options.get('layers') ?? unknown('the list of layers is not known'))
  return mapValue(layers, (list) => {
    if (list.is !== 'list' || list.open) return list.is === 'unknown' ? list : unknown('the list of layers is not known')
    return applyLayers(engine, list.items, list.items.length - 1, inputs[0] ?? unknown('an argument is missing'))
  })
}

function applyReceiver(engine: Engine, receiver: Lazy | undefined, input: Lazy | undefined): Value {
  if (receiver === undefined) return unknown('the model is not known')
  return mapValue(engine.force(receiver), (one) => applyAny(engine, one, input, 'the model'))
}
