import type { Claim } from '../claims.js'
import { frameworkNamed } from '../contracts/catalog.js'
import type { Contract } from '../contracts/contract.js'
import { isA } from '../kinds.js'
import { remembered } from '../remembered.js'
import { sinceStored } from './aliases.js'
import { applyInstance } from './bases.js'
import { builtinMember } from './builtins.js'
import { callFunction } from './calls.js'
import { layerNamed } from './containers.js'
import type { Engine } from './engine.js'
import { changedElsewhere } from './handed-out.js'
import { construct } from './instances.js'
import { laidOut } from './layout.js'
import { applyContract, tupleOf } from './operations.js'
import { withLastAxis } from './sizes.js'
import { stopped } from './stopped.js'
import { activated, outcome } from './tensors.js'
import { mapValue } from './union.js'
import {
  type ClassValue,
  isEmpty,
  isThunk,
  type Lazy,
  type LibraryObject,
  literal,
  nothing,
  type Thunk,
  unknown,
  type Value,
} from './value.js'

/** A member of a library object: a property that contracts describe, or a method. */
export function propertyOf(engine: Engine, object: LibraryObject, key: string): Value {
  if (object.contract?.criterion === key) return { is: 'method', contract: object.contract, receiver: object }
  // The method that calling a loss runs is the loss.
  if (object.contract?.criterion === true && engine.catalog.runs(object.package, object.type) === key) return object
  if (object.head && object.made?.last === key) return engine.force(object.head)
  const layer = layerNamed(object, key) ?? (/^\d+$/.test(key) ? object.layers?.[Number(key)] : undefined)
  if (layer !== undefined) return sinceStored(engine, layer)
  const contract = engine.catalog.method(object.package, object.type, key)
  // What a promise of it gives is it.
  if (!contract) return builtinMember(engine, object, key) ?? unknown(`\`.${key}\` of a \`${object.type}\` is not followed`)
  if (!contract.property) return { is: 'method', contract, receiver: object }
  if (contract.gives === 'layers' && object.layers) return { is: 'list', items: object.layers, open: false }
  if (contract.gives === 'wrapped') return wrapped(engine, object)
  if (contract.gives === 'output') return object.output ? engine.force(object.output) : applyObject(engine, object, undefined)
  if (contract.gives === 'outputs') return mapValue(applyObject(engine, object, undefined), asList)
  return unknown(`\`.${key}\` of a \`${object.type}\` is not followed`)
}

/** What a model or layer is wrapped around. */
function wrapped(engine: Engine, { made, options, origin }: LibraryObject): Value {
  const inner = made?.wraps === undefined ? undefined : options.get(made.wraps)
  return inner ? engine.force(inner) : unknown(`what \`${origin}\` is wrapped around is not known`)
}

function asList(given: Exclude<Value, { is: 'union' }>): Value {
  return given.is === 'tensor' ? { is: 'list', items: [given], open: false } : given
}

/** Inputs to which models and layers are being applied. */
const applying = new WeakMap<LibraryObject, Set<Lazy>>()

/**
 * What a layer, a model or a function made of them gives for an input; undefined where the input is symbolic. One that is
 * wrapped around itself, as `self.net = DataParallel(self.net)` may be, adds nothing there.
 */
export function applyObject(engine: Engine, object: LibraryObject, input: Lazy | undefined): Value {
  const given = input ?? unknown('it is an input of the model')
  const inputs = remembered(applying, object, () => new Set<Lazy>())
  if (inputs.has(given)) return nothing
  inputs.add(given)
  try {
    return stopped(applied(engine, object, given), object.span)
  } finally {
    inputs.delete(given)
  }
}

function applied(engine: Engine, object: LibraryObject, given: Lazy): Value {
  const { made, contract } = object
  if (!made || !contract) return object.unknown ?? unknown(`how the \`${object.type}\` was made is not known`)
  if (object.head) {
    const features = unknown('it is what the model gives before its last layer')
    return mapValue(engine.force(object.head), (one) => applyAny(engine, one, features, 'the last layer of the model'))
  }
  if (made.wraps) return withLastAxis(engine, applyOption(engine, object, made.wraps, given), { classes: made.units }, object.options)
  if (made.layers) {
    if (!object.layers) return unknown('the layers of the model are not known')
    return changedElsewhere(engine, object) ?? applyLayers(engine, object.layers, object.layers.length - 1, given)
  }
  if (made.outputs)
    return mapValue(engine.force(object.options.get(made.outputs) ?? unknown('the model is made without outputs')), (given) =>
      given.is === 'list' && given.items.length === 1 && !given.open ? engine.force(given.items[0]!) : given,
    )
  const { results } = made
  if (results) {
    const at = engine.graph.place(object.span)
    const operation = { engine, contract, at, options: object.options, note: `the output of \`${object.origin}\`` }
    const applied = { inputs: [given], options: object.options, made }
    return tupleOf(results, (gives) => laidOut(engine, contract, applied, outcome(gives, operation, [given])))
  }
  if (!made.gives) return unknown(`the model or layer comes from \`${object.origin}\`, and no source shows what it gives`)
  return applyMade(engine, object, contract, given)
}

function applyOption(engine: Engine, object: LibraryObject, option: string, input: Lazy): Value {
  const inner = engine.force(object.options.get(option) ?? unknown(`\`${object.origin}\` is made without \`${option}\``))
  return mapValue(inner, (one) => applyAny(engine, one, input, 'a wrapped layer', object.options.get(option)))
}

/** What a layer or model gives, an instance of a class that extends one too; with the place where it stands, a function as well. */
export function applyAny(engine: Engine, value: Value, input: Lazy | undefined, what: string, written?: Lazy): Value {
  if (value.is === 'instance') return applyInstance(engine, value, input)
  if (value.is === 'class' && written && isThunk(written)) return applyClass(engine, value, input, written)
  if (value.is === 'object') return applyObject(engine, value, input)
  return (written && isThunk(written) && applyFunction(engine, value, input, written)) || asUnknown(value, what)
}

/** A class that a library constructs itself, with what is not known, before it applies the instance. */
function applyClass(engine: Engine, cls: ClassValue, input: Lazy | undefined, { node, ctx }: Thunk): Value {
  const args = [{ value: unknown('it is what a library passes'), spread: true }]
  const made = construct(engine, cls, { args, span: engine.graph.node(node).span, key: `class:${node}:${ctx.id}`, ctx })
  return mapValue(made, (one) => (one.is === 'instance' ? applyInstance(engine, one, input) : asUnknown(one, 'the model')))
}

export function applyLayers(engine: Engine, layers: readonly Lazy[], last: number, input: Lazy): Value {
  const layer = layers[last]
  if (layer === undefined) return last < 0 ? engine.force(input) : unknown('the model has no layers')
  return mapValue(sinceStored(engine, layer), (one) => {
    const reads = one.is === 'object' ? readsInput(one) : one.is === 'instance' || one.is === 'library' || one.is === 'function'
    const before = last === 0 ? input : reads ? applyLayers(engine, layers, last - 1, input) : undefined
    return applyAny(engine, one, before, 'a layer of the model', layer)
  })
}

/** A function in the place of a layer, the project's own or a library's; undefined when it is none that is known. */
function applyFunction(engine: Engine, fn: Value, input: Lazy | undefined, { node, ctx }: Thunk): Value | undefined {
  const args = [{ value: input ?? unknown('it is an input of the model') }]
  const key = `layer:${node}:${ctx.id}`
  if (fn.is === 'function') return callFunction(engine, fn, args, key, ctx)
  const contract = fn.is === 'library' ? calledAs(engine, fn) : undefined
  return contract && applyContract(engine, contract, undefined, { span: engine.graph.node(node).span, args, key, ctx })
}

/** The contract of a function of a library; a method that is taken from its type has the receiver as first argument. */
function calledAs(engine: Engine, { package: pkg, path }: Extract<Value, { is: 'library' }>): Contract | undefined {
  return engine.catalog.lookup(pkg, path) ?? engine.catalog.method(pkg, path.slice(0, -1).join('.'), path.at(-1) ?? '')
}

/**
 * Only a layer whose own numbers do not settle the kind needs those of the layer before it, and one whose shape does: a layer that
 * takes some ranks only tells of its own accord how many axes there are.
 */
function readsInput({ made, contract }: LibraryObject): boolean {
  const settled = made?.gives === 'logits' && (contract?.shape === undefined || contract.ranks !== undefined)
  return !settled && made?.outputs === undefined
}

function applyMade(engine: Engine, layer: LibraryObject, contract: Contract, input: Lazy): Value {
  const { made } = layer
  const at = engine.graph.place(layer.span)
  const name = layer.origin
  const site = { engine, contract, at, options: layer.options }
  const base = outcome(made!.gives!, { ...site, note: `the output of \`${name}\`` }, [input])
  const laid = laidOut(engine, contract, { inputs: [input], options: layer.options, made }, base)
  const sized = withLastAxis(engine, laid, { classes: made!.units }, layer.options)
  if (!made!.activation) return sized
  const chosen = layer.options.get(made!.activation.option)
  if (chosen === undefined && layer.open) return unknown(`some options of \`${name}\` are not known`)
  const explicit = chosen === undefined ? undefined : engine.force(chosen)
  const none = made!.activation.none ?? made!.activation.default
  const named = explicit === undefined || isEmpty(explicit) ? literal(explicit === undefined ? made!.activation.default : none) : explicit
  const place = chosen && isThunk(chosen) && explicit === named ? engine.graph.place(engine.graph.node(chosen.node).span) : at
  const given = mapValue(named, (activation) => {
    if (activation.is !== 'literal' || typeof activation.value !== 'string')
      return applyAny(engine, activation, sized, `the activation of \`${name}\``, chosen)
    return activated(activation.value, frameworkNamed(layer.package), { ...site, at: place, layer: name }, sized)
  })
  return made!.gated ? throughGates(given, name) : given
}

/** What sums to one, or is the logarithm of that, is nothing of the kind when each of its entries has been multiplied by another number. */
function throughGates(value: Value, name: string): Value {
  const isWhole = ({ kind }: Claim) => isA(kind, 'distribution') || isA(kind, 'log-probabilities')
  return mapValue(value, (one) =>
    one.is === 'tensor' && one.claims.some(isWhole) ? unknown(`the gates of \`${name}\` multiply what its activation gives`) : one,
  )
}

function asUnknown(value: Value, what: string): Value {
  return value.is === 'unknown' || value.is === 'nothing' ? value : unknown(`${what} is not known`)
}
