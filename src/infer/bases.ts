import type { NodeId, NodeOf } from '../graph/graph.js'
import { specialNamed } from '../graph/language.js'
import { callFunction, makeWithClass } from './calls.js'
import { ancestry, classOf, definitionOf, foreignParent, lentMember, methodNamed } from './classes.js'
import { type Argument, type Context, root } from './context.js'
import type { Engine } from './engine.js'
import { sharedField } from './fields.js'
import { identity } from './identity.js'
import { type Construction, ownMember } from './instances.js'
import { memberOf } from './members.js'
import { applyObject } from './objects.js'
import { mapValue } from './union.js'
import { type ClassValue, type Closure, type Instance, type Lazy, literal, unknown, type Value } from './value.js'

/**
 * The part of an instance that a library's class holds: what `super(…)` made, kept as a field under a name that no program
 * gives. What the project's classes do not define is looked up there.
 */
export const baseField = '(base)'

/** What the constructor of a class that the project does not define makes; undefined where nothing is extended. */
export function makeBase(engine: Engine, parent: Value | undefined, site: Construction): Value | undefined {
  return parent && mapValue(parent, (one) => (one.is === 'library' ? makeWithClass(engine, one, site) : unknownBase(one)))
}

function asUnknown(value: Value): Value {
  return value.is === 'unknown' || value.is === 'nothing' ? value : unknown('what the object runs when it is called is set by assignment')
}

function unknownBase(value: Value): Value {
  return value.is === 'unknown' || value.is === 'nothing' ? value : unknown('the class that is extended is not known')
}

/** What an instance inherits from a class that the project does not define; undefined when there is none. */
export function baseOf(engine: Engine, instance: Instance): Value | undefined {
  const parent = foreignParent(engine, classOf(instance))
  if (!parent) return undefined
  const made = instance.fields.get(baseField)
  const base = made === undefined ? sharedField(engine, instance, baseField) : engine.force(made)
  if (base && base.is !== 'nothing' && base.is !== 'literal') return base
  return makeBase(engine, parent, { args: openArguments, span: engine.graph.node(instance.class).span, key: 'open', ctx: root })
}

const openArguments: readonly Argument[] = [{ value: unknown('nothing that is read here calls the constructor') }]

/** A member that an instance inherits from a library. What applies it runs the method that the project's classes override. */
export function inherited(engine: Engine, instance: Instance, key: string): Value | undefined {
  const base = baseOf(engine, instance)
  return (
    base &&
    mapValue(memberOf(engine, base, key), (one) =>
      one.is === 'method' && (one.contract.gives === 'applied' || one.contract.gives === 'itself') ? { ...one, receiver: instance } : one,
    )
  )
}

/** What an instance gives for an input: what its own method for that returns, or what its library part gives. */
export function applyInstance(engine: Engine, instance: Instance, input: Lazy | undefined): Value {
  const base = baseOf(engine, instance)
  if (!base) return unknown('the object is no layer or model')
  const replaced = replacedIn(engine, instance)
  if (replaced && replaced.is !== 'function') return asUnknown(replaced)
  return mapValue(base, (one) => {
    if (one.is !== 'object') return unknownBase(one)
    const runs = engine.catalog.runs(one.package, one.type)
    const own = replaced ?? (runs === undefined ? undefined : methodNamed(engine, classOf(instance), runs, instance))
    if (own?.is !== 'function') return applyObject(engine, one, input)
    const given: Value = { is: 'list', items: [input ?? unknown('it is an input of the model')], open: false }
    return callFunction(
      engine,
      own,
      [{ value: given }],
      `${runs}:${identity(instance)}:${input ? identity(input) : ''}`,
      instance.made ?? root,
    )
  })
}

/** What calling an instance gives: what its class says, or what its library part does when it is applied. */
export function callInstance(engine: Engine, instance: Instance, args: readonly Argument[], { key, ctx, event }: Activation): Value {
  const replaced = replacedIn(engine, instance)
  if (replaced) {
    const run = (one: Value) => (one.is === 'function' ? callFunction(engine, one, args, key, ctx, { event }) : asUnknown(one))
    return mapValue(replaced, run)
  }
  const own = methodCalled(engine, instance)
  if (own) return callFunction(engine, own, args, key, ctx, { event })
  const base = baseOf(engine, instance)
  if (!base) return unknown('the object is no layer or model')
  return mapValue(base, (one) => (one.is === 'object' ? applyObject(engine, one, args[0]?.value) : unknownBase(one)))
}

/** A call as the function sees it that it enters. */
interface Activation {
  key: string
  ctx: Context
  event: NodeId
}

/** The method of the project that calling an instance runs; undefined where there is none. */
export function methodCalled(engine: Engine, instance: Instance): Closure | undefined {
  for (const cls of ancestry(engine, classOf(instance))) {
    const call = definitionOf(engine, cls.node)?.call ?? null
    if (call !== null) return { is: 'function', node: call, ctx: cls.ctx, self: instance }
  }
  const base = baseOf(engine, instance)
  const runs = base?.is === 'object' ? engine.catalog.runs(base.package, base.type) : undefined
  return runs === undefined ? undefined : methodNamed(engine, classOf(instance), runs, instance)
}

/** What an instance was given in the place of the method that applying it runs, or was told to run as well. */
function replacedIn(engine: Engine, instance: Instance): Value | undefined {
  const hooked = instance.fields.get(hookField)
  if (hooked) return engine.force(hooked)
  const base = baseOf(engine, instance)
  const runs = base?.is === 'object' ? engine.catalog.runs(base.package, base.type) : undefined
  const own = runs === undefined ? undefined : instance.fields.get(runs)
  if (own) return engine.force(own)
  const called = [...specialNamed(engine.graph.words, 'called as function'), ...(runs === undefined ? [] : [runs])]
  return called.map((each) => lentMember(engine, instance, each)).find((given) => given !== undefined)
}

/** What a hook makes of what an instance gives, kept as a field under a name that no program gives. */
export const hookField = '(hook)'

/** The layer or model that a value is, or is an instance of a class that extends one of. */
export function libraryPart(engine: Engine, value: Value): Value {
  return mapValue(value, (one) => (one.is === 'instance' ? (baseOf(engine, one) ?? one) : one))
}

/** The classes in which `super` looks: those that come after one of an instance's classes, or the named one and what it extends. */
export function basesFrom(engine: Engine, { class: cls, named }: NodeOf<'super'>, instance: Instance, ctx: Context): ClassValue[] {
  const meant = named === undefined ? undefined : engine.evaluate(named, ctx)
  if (meant) return meant.is === 'class' ? ancestry(engine, meant) : []
  if (cls === null) return []
  const classes = ancestry(engine, classOf(instance))
  const at = classes.findIndex(({ node }) => node === cls)
  return at < 0 ? ancestry(engine, { is: 'class', node: cls, ctx: instance.ctx }).slice(1) : classes.slice(at + 1)
}

/** `super.key`: a member of the class that is extended, on the same receiver. */
export function superMember(engine: Engine, node: NodeOf<'super'>, key: string, self: Value, ctx: Context): Value {
  const owner = node.class === null ? undefined : engine.graph.node(node.class)
  const extended = owner?.type === 'class' ? owner.definition.extends : null
  const parent = extended === null ? undefined : engine.evaluate(extended, ctx)
  return mapValue(self, (one) => {
    if (one.is === 'class' && parent) return memberOf(engine, parent, key)
    if (one.is !== 'instance') return unknownBase(one)
    if (node.class === null) return unknown('the class whose base is meant here is not known')
    const own = ownMember(engine, basesFrom(engine, node, one, ctx), one, key)
    if (own) return own
    const base = baseOf(engine, one)
    return base ? memberOf(engine, base, key) : literal(undefined)
  })
}
