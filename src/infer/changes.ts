import type { Contract } from '../contracts/contract.js'
import { methodsThat } from '../contracts/words.js'
import type { NodeId, NodeOf } from '../graph/graph.js'
import { changedByArrayMethod, changedInRuns } from './array-methods.js'
import { baseField, baseOf, basesFrom, hookField, libraryPart, makeBase, superMember } from './bases.js'
import { changedByFunction } from './builtins.js'
import { argumentsOf, enterFunction } from './calls.js'
import { classOf, definitionOf, setterOf } from './classes.js'
import { changedByMethod, withLayerAt, withMemberAssigned } from './containers.js'
import type { Argument, Context } from './context.js'
import { changedByDictMethod } from './dict-methods.js'
import { anyField, fieldsSetBy } from './effects.js'
import type { Engine } from './engine.js'
import { opened, withField } from './fields.js'
import { hookOf } from './hooks.js'
import { identity } from './identity.js'
import { isSlice, withSlice } from './indexing.js'
import { changedTensor, filled, withContent } from './inplace.js'
import { initialise } from './instances.js'
import { changedByMapMethod } from './map-methods.js'
import { memberOf } from './members.js'
import { withAssigned } from './mutations.js'
import { bindArguments } from './operations.js'
import { sameOptions } from './same.js'
import { before } from './steps.js'
import { ofClass, throughTable } from './tables.js'
import { mapValue } from './union.js'
import { changesGiven, unsettled, unsettledBy } from './unsettled.js'
import { type Closure, type Instance, keyIn, type Lazy, type LibraryObject, type Tensor, type Thunk, type Value } from './value.js'

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
  return afterSteps(engine, engine.evaluate(at, ctx), steps.reverse(), ctx)
}

/** An object after some steps, the first one first. */
export function afterSteps(engine: Engine, object: Value, steps: readonly Version[], ctx: Context): Value {
  let value = object
  for (const step of steps) value = step.type === 'assigned' ? assigned(engine, value, step, ctx) : changed(engine, value, step, ctx)
  return value
}

function assigned(engine: Engine, object: Value, step: NodeOf<'assigned'>, ctx: Context): Value {
  const key = typeof step.key === 'string' ? step.key : keyIn(engine.evaluate(step.key, ctx))
  const value = { node: step.value, ctx }
  return mapValue(object, (one) => {
    const through = throughTable(engine, one, key, step, (inner) => assigned(engine, one, inner, ctx))
    if (through) return through
    if (one.is === 'list' && typeof step.key !== 'string' && isSlice(engine, step.key)) return withSlice(engine, one, step.key, value, ctx)
    if (one.is === 'instance' && key !== undefined && engine.graph.words.members.get(key) === 'class of object')
      return ofClass(engine, one, value)
    if (one.is === 'instance' && key === undefined && step.member) return opened(one, step.span)
    if (one.is === 'object')
      return withMemberAssigned(engine, one, key, step, ctx) ?? withLayerAt(one, key, value) ?? withAssigned(engine, one, key, step, ctx)
    if (one.is === 'tensor') return withContent(engine, one, key, value) ?? filled(engine, one, step, ctx)
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
    if (one.is === 'tensor') {
      const own = step.as === 'receiver' ? one : changedAsArgument(engine, one, step, step.as, ctx)
      // A parameter that collects arguments holds more than the tensor.
      return own === one || own.is === 'list' || own.is === 'record' ? changedTensor(engine, one, step, ctx) : own
    }
    if (one.is !== 'object' && one.is !== 'list' && one.is !== 'record' && one.is !== 'instance') return one
    return step.as === 'receiver' ? changedAsReceiver(engine, one, step, ctx) : changedAsArgument(engine, one, step, step.as, ctx)
  })
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
  if ((object.is === 'object' || object.is === 'instance') && isVisited(engine, object, callee.key, args))
    return unsettled(engine, object, step.event)
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
  if (object.is === 'instance' && method.is === 'method')
    return withNamed(engine, object, method.contract, args) ?? withChangedBase(engine, object, callee.key, args)
  if (method.is !== 'function') return object
  return afterMethod(engine, object, method, args, { key: `${step.event}:${ctx.id}`, ctx, event: step.event })
}

/** Whether a method hands a model's parts to a function that changes what it is given. */
function isVisited(engine: Engine, object: Instance | LibraryObject, method: string, [given]: readonly Argument[]): boolean {
  const part = given && visiting.has(method) ? libraryPart(engine, object) : undefined
  const contract = part?.is === 'object' ? engine.catalog.method(part.package, part.type, method) : undefined
  const fn = contract?.mutates === 'parts' ? engine.force(given!.value) : undefined
  return fn?.is === 'function' && changesGiven(engine, fn.node, 0)
}

const visiting = methodsThat('parts')

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
  if (object.is === 'record' && object.map) return engine.graph.words.maps.get(callee.key) === 'sets entry'
  const method = memberOf(engine, object, callee.key)
  const fn = method.is === 'function' ? engine.graph.node(method.node) : undefined
  const result = fn?.type === 'function' ? fn.definition.result : null
  return result !== null && engine.graph.node(before(engine.graph, result, 'alias', 'assigned', 'changed')).type === 'this'
}

/** An instance after a method that gives it a member of a name: of one that is not known, it is taken that no other has it. */
function withNamed(engine: Engine, object: Instance, contract: Contract, args: readonly Argument[]): Value | undefined {
  if (contract.mutates !== 'named') return undefined
  const { inputs, options } = bindArguments(engine, contract, undefined, args)
  const base = baseOf(engine, object)
  const name = options.get('name')
  const key = name && keyIn(engine.force(name))
  return (base?.is === 'object' && base.layers) || key === undefined || !inputs[0] ? undefined : withField(object, key, inputs[0])
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
  const site = { args: argumentsOf(call, ctx), span: call.span, key: `${event}:${ctx.id}`, ctx }
  const callee = engine.graph.node(call.callee) as NodeOf<'super'>
  const { class: cls } = callee
  const next = object.is === 'instance' ? basesFrom(engine, callee, object, ctx) : undefined
  // A class that extends nothing may still stand before others that the receiver's class extends.
  const extendsNone = cls !== null && callee.named === undefined && definitionOf(engine, cls)?.extends === null
  const parent: Value = extendsNone && object.is === 'instance' ? classOf(object) : engine.evaluate(call.callee, ctx)
  if (parent.is === 'class') return initialise(engine, parent, site, object, next)
  if (next?.[0]) return initialise(engine, next[0], site, object, next)
  return object.is === 'instance' ? withField(object, baseField, makeBase(engine, parent, site)!) : object
}

function changedAsArgument(engine: Engine, object: Changeable | Tensor, step: NodeOf<'changed'>, index: number, ctx: Context): Value {
  const call = engine.graph.node(step.event)
  if (call.type !== 'call') return object
  const callee = engine.evaluate(call.callee, ctx)
  if (callee.is === 'builtin' && index === 0) return changedByFunction(engine, callee.does, object, argumentsOf(call, ctx))
  // A plain object that is handed to foreign code may come back with anything in it; models are handed around to be looked at.
  const foreign = callee.is === 'library' && !engine.catalog.lookup(callee.package, callee.path)
  if (foreign && object.is === 'record') return { ...object, fields: new Map(), open: true }
  const later = callee.is === 'class' || callee.is === 'function' ? unsettledBy(engine, callee, object, index, step.event) : undefined
  if (later || callee.is !== 'function') return later ?? object
  const fn = engine.graph.node(callee.node)
  const end = fn.type === 'function' ? fn.definition.paramsAtEnd.get(index) : undefined
  if (end === undefined) return object
  const args = argumentsOf(call, ctx).map((arg, position) => (position === index ? { ...arg, value: object } : arg))
  const inside = enterFunction(engine, callee, args, `${step.event}:${ctx.id}:${index}:${identity(object)}`, ctx)
  return inside ? engine.evaluate(end, inside) : object
}
