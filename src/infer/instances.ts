import type { Span } from '../graph/graph.js'
import { specialNamed } from '../graph/language.js'
import { sinceStored } from './aliases.js'
import { baseField, inherited, makeBase } from './bases.js'
import { ancestry, callGetter, classOf, definitionOf, foreignParent, methodNamed } from './classes.js'
import { type Argument, type Context, root } from './context.js'
import { decoratedClass } from './decorators.js'
import type { Engine } from './engine.js'
import { fieldInitial, fieldType, setsAnew, sharedField } from './fields.js'
import { fieldsGiven } from './given-fields.js'
import { identity } from './identity.js'
import { patchOf } from './patches.js'
import { asDeclared } from './types.js'
import { type ClassValue, type Instance, literal, unknown, type Value } from './value.js'
import { tooNested } from './work.js'

/** A construction: the arguments, where it stands, and the activation that it is part of. */
export interface Construction {
  args: readonly Argument[]
  span: Span
  key: string
  ctx: Context
}

/** `new C(…)`: the instance as its constructor leaves it. */
export function construct(engine: Engine, cls: ClassValue, site: Construction): Value {
  const classes = ancestry(engine, cls)
  if (classes.some(({ node }) => definitionOf(engine, node)?.opaque))
    return { ...unknown('what the class makes is up to methods that are not followed', { at: site.span }), sealed: true }
  for (const each of classes) {
    const made = decoratedClass(engine, each)
    if (made) return made
  }
  const statics = cls.fields && { statics: cls.fields }
  const blank: Instance = { is: 'instance', class: cls.node, ctx: cls.ctx, made: site.ctx, fields: new Map(), ...statics }
  return initialise(engine, cls, { ...site, key: `${site.key}:${cls.node}` }, blank)
}

/** Runs a class's constructor (or the one that it inherits, a library's too) on an instance. */
export function initialise(
  engine: Engine,
  cls: ClassValue,
  site: Construction,
  self: Value,
  classes: readonly ClassValue[] = ancestry(engine, cls),
): Value {
  for (const { node, ctx: outer } of classes) {
    const construct = definitionOf(engine, node)?.construct ?? null
    const fn = construct === null ? undefined : engine.graph.node(construct)
    if (fn?.type !== 'function') continue
    if (fn.definition.thisAtEnd === null) return self
    const ctx = engine.enter(`${site.key}:${identity(self)}`, { function: construct, args: site.args, self, outer, caller: site.ctx })
    return ctx ? engine.evaluate(fn.definition.thisAtEnd, ctx) : tooNested('constructors')
  }
  const base = makeBase(engine, foreignParent(engine, self.is === 'instance' ? classOf(self) : cls), site)
  if (!base || self.is !== 'instance') return self
  return { ...self, fields: new Map([...self.fields, ...fieldsGiven(engine, cls, site.args)]).set(baseField, base) }
}

/** A field, getter or method of an instance, its own or inherited. */
export function instanceMember(engine: Engine, instance: Instance, key: string): Value {
  const special = engine.graph.words.members.get(key)
  if (special === 'members table') return { is: 'record', fields: instance.fields, open: true, dict: true }
  const classes = ancestry(engine, classOf(instance))
  const found =
    ownMember(engine, classes, instance, key) ??
    fieldAt(engine, instance, key) ??
    inherited(engine, instance, key) ??
    missing(engine, instance, key)
  const type = fieldType(engine, instance, key)
  if (type === undefined) return found
  return asDeclared(engine, found.is === 'nothing' && !setsAnew(engine, instance, key) ? missing(engine, instance, key) : found, type, root)
}

/** A field of an instance that is a sequence of its fields. */
function fieldAt(engine: Engine, instance: Instance, key: string): Value | undefined {
  if (!/^\d+$/.test(key)) return undefined
  const sequence = ancestry(engine, classOf(instance)).find(({ node }) => definitionOf(engine, node)?.sequence)
  const name = sequence && definitionOf(engine, sequence.node)?.declared?.[Number(key)]
  return name === undefined ? undefined : instanceMember(engine, instance, name)
}

function missing(engine: Engine, instance: Instance, key: string): Value {
  if (instance.open) return instance.open
  const [method] = specialNamed(engine.graph.words, 'missing member')
  if (method !== undefined && methodNamed(engine, classOf(instance), method, instance))
    return unknown(`what \`${method}\` gives for \`.${key}\` is not followed`)
  return instance.made ? literal(undefined) : unknown(`nothing in the class sets \`this.${key}\``)
}

/** A member as some classes of the project, in their order, define it. */
export function ownMember(engine: Engine, classes: readonly ClassValue[], instance: Instance, key: string): Value | undefined {
  const field = instance.fields.get(key)
  const accessed = classes.some((cls) => definitionOf(engine, cls.node)?.getters.has(key))
  if (field !== undefined && !accessed) return withReceiver(engine, sinceStored(engine, field), instance)
  for (const cls of classes) {
    const definition = definitionOf(engine, cls.node)
    if (!definition) break
    const patch = patchOf(engine, cls, key)
    if (patch) return patch.is === 'function' ? { ...patch, self: instance, loose: true } : patch
    const getter = definition.getters.get(key)
    if (getter !== undefined) return callGetter(engine, getter, cls, instance)
    const method = definition.methods.get(key)
    if (method !== undefined) return { is: 'function', node: method, ctx: cls.ctx, self: instance, loose: true }
    const initial = definition.fields.get(key)
    if (initial !== undefined && instance.open) return instance.open
    if (initial !== undefined && instance.made) return withReceiver(engine, fieldInitial(engine, initial, cls, instance), instance)
  }
  const shared = sharedField(engine, instance, key)
  if (shared && instance.open) return instance.open
  return shared && withReceiver(engine, shared, instance)
}

/** An arrow function in a field has the instance as its receiver, as it is when the function is called. */
function withReceiver(engine: Engine, value: Value, instance: Instance): Value {
  if (value.is !== 'function' || !value.self) return value
  const self = engine.force(value.self)
  const isOwn = self.is === 'instance' && self.class === instance.class && self.ctx === instance.ctx
  return isOwn ? { ...value, self: instance } : value
}
