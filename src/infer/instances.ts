import type { ClassDefinition, NodeId } from '../graph/graph.js'
import { sinceStored } from './aliases.js'
import type { Argument, Context } from './context.js'
import { versionsOf } from './effects.js'
import { type Engine, identity } from './engine.js'
import { memberOf } from './members.js'
import { evaluateShared, type Writer } from './shared.js'
import { type Lazy, literal, mapValue, nothing, unknown, type Value } from './value.js'

type Instance = Extract<Value, { is: 'instance' }>
type ClassValue = Extract<Value, { is: 'class' }>

/** `new C(…)`: the instance as its constructor leaves it. */
export function construct(engine: Engine, cls: ClassValue, args: readonly Argument[], key: string, caller: Context): Value {
  const blank: Instance = { is: 'instance', class: cls.node, ctx: cls.ctx, made: caller, fields: new Map() }
  return initialise(engine, cls, args, `${key}:${cls.node}`, caller, blank)
}

/** Runs a class's constructor (or the one that it inherits) on an instance. */
export function initialise(engine: Engine, cls: ClassValue, args: readonly Argument[], key: string, caller: Context, self: Value): Value {
  for (const { node, ctx: outer } of ancestry(engine, cls)) {
    const construct = definitionOf(engine, node)?.construct ?? null
    const fn = construct === null ? undefined : engine.graph.node(construct)
    if (fn?.type !== 'function') continue
    if (fn.definition.thisAtEnd === null) return self
    const ctx = engine.enter(`${key}:${identity(self)}`, { function: construct, args, self, outer, caller })
    return ctx ? engine.evaluate(fn.definition.thisAtEnd, ctx) : unknown('constructors call each other too deeply')
  }
  return self
}

/** A field, getter or method of an instance, its own or inherited. */
export function instanceMember(engine: Engine, instance: Instance, key: string): Value {
  const field = instance.fields.get(key)
  if (field !== undefined)
    return hasGetter(engine, instance, key)
      ? unknown(`\`${key}\` is set through a setter, which is not followed`)
      : sinceStored(engine, field)
  for (const cls of ancestry(engine, { is: 'class', node: instance.class, ctx: instance.ctx })) {
    const definition = definitionOf(engine, cls.node)
    if (!definition) break
    const getter = definition.getters.get(key)
    if (getter !== undefined) return callGetter(engine, getter, cls, instance)
    const method = definition.methods.get(key)
    if (method !== undefined) return { is: 'function', node: method, ctx: cls.ctx, self: instance }
    const initial = definition.fields.get(key)
    if (initial !== undefined && instance.made) return fieldInitial(engine, initial, cls, instance)
  }
  if (!instance.made || writes(engine, instance, key)) return openField(engine, instance, key)
  const base = libraryParent(engine, instance)
  return base ? unknown(`\`${key}\` is inherited from ${base}`) : literal(undefined)
}

function hasGetter(engine: Engine, instance: Instance, key: string): boolean {
  const classes = ancestry(engine, { is: 'class', node: instance.class, ctx: instance.ctx })
  return classes.some((cls) => definitionOf(engine, cls.node)?.getters.has(key))
}

function callGetter(engine: Engine, getter: NodeId, cls: ClassValue, self: Instance | ClassValue): Value {
  const fn = engine.graph.node(getter)
  if (fn.type !== 'function' || fn.definition.result === null) return literal(undefined)
  const ctx = engine.enter(`get:${getter}:${identity(self)}`, {
    function: getter,
    args: [],
    self,
    outer: cls.ctx,
    caller: self.is === 'instance' ? self.made : null,
  })
  return ctx ? engine.evaluate(fn.definition.result, ctx) : unknown('getters call each other too deeply')
}

function fieldInitial(engine: Engine, initial: NodeId, cls: ClassValue, self: Instance): Value {
  const ctx = engine.enter(`field:${initial}:${identity(self)}`, {
    function: engine.graph.node(initial).owner,
    args: [],
    self,
    outer: cls.ctx,
    caller: self.made,
    open: true,
  })
  return ctx ? engine.evaluate(initial, ctx) : unknown('field initialisers call each other too deeply')
}

/** A field of an instance of which only the class is known: what the class's own functions put there. */
function openField(engine: Engine, instance: Instance, key: string): Value {
  const name = `field:${instance.class}:${key}`
  const writers = writersOf(engine, instance, key)
  if (writers.length === 0) {
    const base = libraryParent(engine, instance)
    return unknown(base ? `\`${key}\` is inherited from ${base}` : `nothing in the class sets \`this.${key}\``)
  }
  return evaluateShared(engine, name, writers)
}

/** An instance whose constructor is known may still get a field from another of its methods. */
function writes(engine: Engine, instance: Instance, key: string): boolean {
  return writersOf(engine, instance, key).length > 0
}

function writersOf(engine: Engine, instance: Instance, key: string): Writer[] {
  const writers: Writer[] = []
  let constructed = false
  for (const cls of ancestry(engine, { is: 'class', node: instance.class, ctx: instance.ctx })) {
    const definition = definitionOf(engine, cls.node)
    if (!definition) break
    const from = cls
    const initial = definition.fields.get(key)
    if (initial !== undefined && !isSetByConstructor(engine, definition, key))
      writers.push({ read: () => fieldInitial(engine, initial, from, { ...instance, made: null, fields: new Map() }) })
    // A constructor runs those of its base classes, with the arguments that it gives them.
    const functions = [...functionsOf(engine, definition), ...(constructed || definition.construct === null ? [] : [definition.construct])]
    constructed ||= definition.construct !== null
    for (const fn of functions) {
      const node = engine.graph.node(fn)
      if (node.type !== 'function' || node.definition.thisAtEnd === null) continue
      const end = node.definition.thisAtEnd
      if (fn !== definition.construct && !setsField(engine, end, key)) continue
      writers.push({ read: () => readEnd(engine, fn, end, key, from, instance) })
    }
  }
  return writers
}

/** A constructor gives the fields of its class their values, and may go on from there. */
function isSetByConstructor(engine: Engine, { construct }: ClassDefinition, key: string): boolean {
  const node = construct === null ? undefined : engine.graph.node(construct)
  return node?.type === 'function' && node.definition.thisAtEnd !== null && setsField(engine, node.definition.thisAtEnd, key)
}

function readEnd(engine: Engine, fn: NodeId, end: NodeId, key: string, cls: ClassValue, instance: Instance): Value {
  const self: Instance = { ...instance, made: null, fields: new Map() }
  const ctx = engine.enter(`open:${fn}:${instance.class}`, { function: fn, args: [], self, outer: cls.ctx, caller: null, open: true })
  if (!ctx) return unknown('methods call each other too deeply')
  const left = engine.evaluate(end, ctx)
  return mapValue(left, (one) => (one.is === 'instance' && !one.fields.has(key) ? nothing : memberOf(engine, one, key)))
}

function* functionsOf(engine: Engine, definition: ClassDefinition): Generator<NodeId> {
  yield* definition.methods.values()
  for (const field of definition.fields.values()) if (engine.graph.node(field).type === 'function') yield field
}

/** Whether `this`, as a function leaves it, has been given the field there. */
function setsField(engine: Engine, end: NodeId, key: string): boolean {
  for (const step of versionsOf(engine, end)) if (step.type === 'assigned' && step.key === key) return true
  return false
}

export function staticMember(engine: Engine, cls: ClassValue, key: string): Value {
  const field = cls.fields?.get(key)
  if (field !== undefined) return engine.force(field)
  for (const at of ancestry(engine, cls)) {
    const definition = definitionOf(engine, at.node)
    const getter = definition?.staticGetters.get(key)
    if (getter !== undefined) return callGetter(engine, getter, at, at)
    const found = definition?.statics.get(key)
    if (found === undefined) continue
    const value = engine.evaluate(found, at.ctx)
    return value.is === 'function' && !value.self ? { ...value, self: at } : value
  }
  return unknown(`no static member \`${key}\` of the class is known`)
}

export function definitionOf(engine: Engine, cls: NodeId): ClassDefinition | undefined {
  const node = engine.graph.node(cls)
  return node.type === 'class' ? node.definition : undefined
}

/** A class and those that it extends, as far as the project defines them; each once, should they extend each other. */
function ancestry(engine: Engine, cls: ClassValue): ClassValue[] {
  const classes: ClassValue[] = []
  for (let at: ClassValue | undefined = cls; at && !classes.some((each) => each.node === at?.node); at = parentOf(engine, at))
    classes.push(at)
  return classes
}

function parentOf(engine: Engine, cls: ClassValue): ClassValue | undefined {
  const value = extendedBy(engine, cls)
  return value?.is === 'class' ? value : undefined
}

function extendedBy(engine: Engine, cls: ClassValue): Value | undefined {
  const parent = definitionOf(engine, cls.node)?.extends ?? null
  return parent === null ? undefined : engine.evaluate(parent, cls.ctx)
}

/** What the last class of the project's own extends, for people. */
function libraryParent(engine: Engine, instance: Instance): string | undefined {
  const last = ancestry(engine, { is: 'class', node: instance.class, ctx: instance.ctx }).at(-1)
  const value = last && extendedBy(engine, last)
  if (!value) return undefined
  return value.is === 'library' ? `\`${value.path.join('.')}\`` : 'a class that is not known'
}

/** An instance, or another object, with one of its fields set. */
export function withField(object: Value, key: string | undefined, value: Lazy): Value {
  if (object.is === 'instance' || object.is === 'record') {
    if (key !== undefined) return { ...object, fields: new Map(object.fields).set(key, value) }
    return object.is === 'record' ? { is: 'record', fields: new Map(), open: true } : object
  }
  if (object.is === 'class') return key === undefined ? object : { ...object, fields: new Map(object.fields).set(key, value) }
  if (object.is === 'list') {
    const index = Number(key)
    if (!Number.isInteger(index) || index < 0 || index > object.items.length) return { ...object, open: true }
    return { ...object, items: [...object.items.slice(0, index), value, ...object.items.slice(index + 1)] }
  }
  if (key !== undefined && (object.is === 'unknown' || (object.is === 'literal' && object.value === undefined)))
    return { is: 'record', fields: new Map([[key, value]]), open: true }
  return object
}
