import { weaker } from '../claims.js'
import type { NodeId, NodeOf } from '../graph/graph.js'
import { changedByArrayMethod, changedInRuns } from './array-methods.js'
import { baseField, baseOf, hookField, makeBase, superMember } from './bases.js'
import { changedByFunction } from './builtins.js'
import { argumentsOf, enterFunction } from './calls.js'
import { setterOf } from './classes.js'
import type { Argument, Context } from './context.js'
import { changedByDictMethod } from './dict-methods.js'
import { anyField, fieldsSetBy } from './effects.js'
import type { Engine } from './engine.js'
import { withField } from './fields.js'
import { initialise } from './instances.js'
import { changedByMapMethod } from './map-methods.js'
import { memberOf } from './members.js'
import { withAssigned } from './mutations.js'
import { changedByMethod, hookOf } from './objects.js'
import { applyContract } from './operations.js'
import { sameOptions } from './same.js'
import { before } from './steps.js'
import {
  type Closure,
  type Instance,
  keyIn,
  type Lazy,
  type LibraryObject,
  mapValue,
  type Tensor,
  type Thunk,
  type Value,
} from './value.js'

type Version = NodeOf<'assigned'> | NodeOf<'changed'>

/** An object after everything that was done to it. The steps are walked, not recursed: there can be thousands. */
export function evaluateVersions(engine: Engine, last: NodeId, ctx: Context): Value {
  const steps: Version[] = []
  let at = last
  for (;;) {
    const node = engine.graph.node(at)
    if (at !== last && engine.known(at, ctx)) break
    if (node.type === 'alias') at = node.value
    else if (node.type === 'assigned' || node.type === 'changed') {
      steps.push(node)
      at = node.object
    } else break
  }
  let value = engine.evaluate(at, ctx)
  for (const step of steps.reverse())
    value = step.type === 'assigned' ? assigned(engine, value, step, ctx) : changed(engine, value, step, ctx)
  return value
}

function assigned(engine: Engine, object: Value, step: NodeOf<'assigned'>, ctx: Context): Value {
  const key = typeof step.key === 'string' ? step.key : keyIn(engine.evaluate(step.key, ctx))
  const value = { node: step.value, ctx }
  return mapValue(object, (one) => {
    if (one.is === 'object') return withLayerAt(one, key, value) ?? withAssigned(engine, one, key, step, ctx)
    if (one.is === 'tensor') return filled(engine, one, value)
    if (key === undefined && isLeft(engine, step, ctx)) return one
    const settable = one.is === 'instance' || one.is === 'record' ? one : undefined
    const setter = settable && key !== undefined ? setterOf(engine, settable, key) : undefined
    return settable && setter
      ? afterMethod(engine, settable, setter, [{ value }], { key: `set:${step.value}:${ctx.id}`, ctx })
      : withField(one, key, value)
  })
}

/** Whether a call that may have changed an item left it what it was: then it matters not which item it is. */
function isLeft(engine: Engine, step: NodeOf<'assigned'>, ctx: Context): boolean {
  const written = engine.graph.node(step.value)
  return written.type === 'changed' && sameOptions(engine.evaluate(written.object, ctx), engine.evaluate(step.value, ctx))
}

function changed(engine: Engine, object: Value, step: NodeOf<'changed'>, ctx: Context): Value {
  return mapValue(object, (one) => {
    if (one.is === 'tensor') return changedTensor(engine, one, step, ctx)
    if (one.is !== 'object' && one.is !== 'list' && one.is !== 'record' && one.is !== 'instance') return one
    return step.as === 'receiver' ? changedAsReceiver(engine, one, step, ctx) : changedAsArgument(engine, one, step, step.as, ctx)
  })
}

/** A model of which one layer, known by its index, is another. */
function withLayerAt(object: LibraryObject, key: string | undefined, layer: Lazy): Value | undefined {
  const { layers } = object
  const index = Number(key)
  if (!layers || !Number.isInteger(index)) return undefined
  const at = index < 0 ? layers.length + index : index
  return layers[at] === undefined ? undefined : { ...object, layers: layers.map((each, position) => (position === at ? layer : each)) }
}

/** A tensor that was made to be filled is of the kind of what is put into it, if that is all that is. */
function filled(engine: Engine, tensor: Tensor, value: Lazy): Value {
  if (!tensor.blank) return tensor
  return mapValue(engine.force(value), (row) => {
    if (row.is !== 'tensor' || row.claims.length === 0) return tensor
    if (tensor.claims.length > 0 && !sameKinds(tensor, row))
      return { ...tensor, claims: [], unknown: 'it is filled with values of different kinds' }
    const { shape: _, ...facts } = row.facts
    const scores = row.claims.every(({ kind }) => kind === 'logits')
    // Rows that are never filled stay zeros, which scores may be.
    return { ...tensor, ...weakenedUnless(scores, row), facts }
  })
}

function sameKinds(a: Tensor, b: Tensor): boolean {
  return a.claims.every(({ kind }) => b.claims.some((claim) => claim.kind === kind))
}

function weakenedUnless(sure: boolean, { claims }: Tensor): Pick<Tensor, 'claims' | 'unknown'> {
  return { claims: sure ? claims : claims.map((claim) => ({ ...claim, strength: weaker(claim.strength, 'likely') })), unknown: undefined }
}

/** A tensor after a method that puts its result in the place of its receiver. */
function changedTensor(engine: Engine, tensor: Tensor, step: NodeOf<'changed'>, ctx: Context): Value {
  const call = step.as === 'receiver' ? engine.graph.node(step.event) : undefined
  const callee = call?.type === 'call' ? engine.graph.node(call.callee) : undefined
  if (call?.type !== 'call' || callee?.type !== 'member' || typeof callee.key !== 'string') return tensor
  const contract = engine.catalog.method(tensor.package, 'Tensor', callee.key)
  if (contract?.mutates !== 'result') return tensor
  const site = { span: call.span, args: argumentsOf(call, ctx), key: `${step.event}:${ctx.id}`, ctx }
  return applyContract(engine, contract, tensor, site)
}

type Changeable = Extract<Value, { is: 'object' | 'list' | 'record' | 'instance' }>

function changedAsReceiver(engine: Engine, object: Changeable, step: NodeOf<'changed'>, ctx: Context): Value {
  const call = engine.graph.node(step.event)
  if (call.type !== 'call') return object
  const callee = engine.graph.node(call.callee)
  if (callee.type === 'super') return superCall(engine, object, call, step.event, ctx)
  if (callee.type !== 'member' || typeof callee.key !== 'string') return object
  const args = argumentsOf(call, ctx)
  const target = engine.graph.node(callee.object)
  if (target.type === 'call' && !returnsReceiver(engine, object, target)) return object
  if (object.is === 'object') return changedByMethod(engine, object, callee.key, args)
  if (object.is === 'list') {
    const site = { engine, key: `${step.event}:${ctx.id}`, ctx, event: step.event }
    return changedByArrayMethod(
      engine,
      changedInRuns(object, callee.key, args, site),
      callee.key,
      args,
      isRepeated(engine, step.event, ctx),
    )
  }
  if (object.is === 'record' && object.map) return changedByMapMethod(engine, object, callee.key, args)
  if (object.is === 'record' && object.dict && !object.fields.has(callee.key)) return changedByDictMethod(engine, object, callee.key, args)
  const method = target.type === 'super' ? superMember(engine, target, callee.key, object, ctx) : memberOf(engine, object, callee.key)
  if (object.is === 'instance' && method.is === 'method') return withChangedBase(engine, object, callee.key, args)
  if (method.is !== 'function') return object
  return afterMethod(engine, object, method, args, { key: `${step.event}:${ctx.id}`, ctx, event: step.event })
}

/** Whether a call stands in a loop of which it is not known which round this is. */
function isRepeated(engine: Engine, event: NodeId, ctx: Context): boolean {
  for (let { owner } = engine.graph.node(event); owner !== null; ) {
    const around = engine.graph.node(owner)
    const inline = around.type === 'function' && around.definition.inline
    if (around.type !== 'loop' && !inline) return false
    const frame = engine.frame(ctx, owner)
    if (frame.function !== owner || !frame.round) return true
    owner = around.type === 'function' ? around.definition.enclosing : around.owner
  }
  return false
}

/** Whether a call, in a chain of calls, gives the object on which its method is called. */
function returnsReceiver(engine: Engine, object: Changeable, call: NodeOf<'call'>): boolean {
  const callee = engine.graph.node(call.callee)
  if (callee.type !== 'member' || typeof callee.key !== 'string' || object.is === 'list') return false
  if (object.is === 'object') return engine.catalog.method(object.package, object.type, callee.key)?.gives === 'itself'
  if (object.is === 'record' && object.map) return callee.key === 'set'
  const method = memberOf(engine, object, callee.key)
  const fn = method.is === 'function' ? engine.graph.node(method.node) : undefined
  const result = fn?.type === 'function' ? fn.definition.result : null
  return result !== null && engine.graph.node(before(engine.graph, result, 'alias', 'assigned', 'changed')).type === 'this'
}

/** An instance after a method that it inherits from a library. */
function withChangedBase(engine: Engine, object: Instance, method: string, args: readonly Argument[]): Value {
  const base = baseOf(engine, object)
  if (!base) return object
  const hook = base.is === 'object' ? hookOf(engine, base, method, args) : undefined
  if (hook) return withField(object, hookField, hook)
  const changed = mapValue(base, (one) => (one.is === 'object' ? changedByMethod(engine, one, method, args) : one))
  return changed === base ? object : withField(object, baseField, changed)
}

interface Site {
  key: string
  ctx: Context
  event?: NodeId
}

/** An object after a method of its own. */
function afterMethod(engine: Engine, object: Changeable, method: Closure, args: readonly Argument[], site: Site): Value {
  const fn = engine.graph.node(method.node)
  if (fn.type !== 'function' || fn.definition.thisAtEnd === null) return object
  const set = object.is === 'instance' ? fieldsSetBy(engine, method.node) : undefined
  if (set?.size === 0) return object
  const { key, ctx, event } = site
  const inside = enterFunction(engine, { ...method, self: object }, args, key, ctx, event === undefined ? {} : { event })
  if (!inside) return object
  const end = { node: fn.definition.thisAtEnd, ctx: inside }
  return object.is === 'instance' && set && !set.has(anyField)
    ? { ...object, fields: withFields(object.fields, set, end) }
    : engine.force(end)
}

/** The method's effect on each field is looked up when somebody asks for the field. */
function withFields(fields: ReadonlyMap<string, Lazy>, set: ReadonlySet<string>, of: Thunk): ReadonlyMap<string, Lazy> {
  const changed = new Map(fields)
  for (const field of set) changed.set(field, { field, of })
  return changed
}

function superCall(engine: Engine, object: Changeable, call: NodeOf<'call'>, event: NodeId, ctx: Context): Value {
  const parent = engine.evaluate(call.callee, ctx)
  const site = { args: argumentsOf(call, ctx), span: call.span, key: `${event}:${ctx.id}`, ctx }
  if (parent.is === 'class') return initialise(engine, parent, site, object)
  return object.is === 'instance' ? withField(object, baseField, makeBase(engine, parent, site)!) : object
}

function changedAsArgument(engine: Engine, object: Changeable, step: NodeOf<'changed'>, index: number, ctx: Context): Value {
  const call = engine.graph.node(step.event)
  if (call.type !== 'call') return object
  const callee = engine.evaluate(call.callee, ctx)
  if (callee.is === 'builtin' && index === 0) return changedByFunction(engine, callee.name, object, argumentsOf(call, ctx))
  // A plain object that is handed to foreign code may come back with anything in it; models are handed around to be looked at.
  const foreign = callee.is === 'library' && !engine.catalog.lookup(callee.package, callee.path)
  if (foreign && object.is === 'record') return { ...object, fields: new Map(), open: true }
  if (callee.is !== 'function') return object
  const fn = engine.graph.node(callee.node)
  const end = fn.type === 'function' ? fn.definition.paramsAtEnd.get(index) : undefined
  if (end === undefined) return object
  const args = argumentsOf(call, ctx).map((arg, position) => (position === index ? { ...arg, value: object } : arg))
  const inside = enterFunction(engine, callee, args, `${step.event}:${ctx.id}:${index}`, ctx)
  return inside ? engine.evaluate(end, inside) : object
}
