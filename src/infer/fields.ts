import type { ClassDefinition } from '../graph/definitions.js'
import type { NodeId, Span } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { sinceStored } from './aliases.js'
import { baseField } from './bases.js'
import { ancestry, classOf, definitionOf } from './classes.js'
import { anyField, stepsThatSet, versionsOf } from './effects.js'
import type { Engine } from './engine.js'
import { identity } from './identity.js'
import { memberOf } from './members.js'
import { evaluateShared, type Writer, writer } from './shared.js'
import { before } from './steps.js'
import { mapValue } from './union.js'
import { type ClassValue, type Instance, type Lazy, nothing, unknown, type Value } from './value.js'
import { tooNested } from './work.js'

/** What the functions of an instance's classes put into a field, in whatever order they run; undefined when none sets it. */
export function sharedField(engine: Engine, instance: Instance, key: string): Value | undefined {
  const name = `${instance.class}:${key}`
  const never = remembered(unwritten, engine, () => new Set<string>())
  if (never.has(name)) return undefined
  const writers = writersOf(engine, instance, key)
  if (writers.length === 0) never.add(name)
  return writers.length > 0 ? evaluateShared(engine, `field:${name}`, writers) : undefined
}

/** Fields of classes that no function sets. */
const unwritten = new WeakMap<Engine, Set<string>>()

export function fieldInitial(engine: Engine, initial: NodeId, cls: ClassValue, self: Instance): Value {
  const ctx = engine.enter(`field:${initial}:${identity(self)}`, {
    function: engine.graph.node(initial).owner,
    args: [],
    self,
    outer: cls.ctx,
    caller: self.made,
    open: true,
  })
  return ctx ? engine.evaluate(initial, ctx) : tooNested('field initialisers')
}

function writersOf(engine: Engine, instance: Instance, key: string): Writer[] {
  const writers: Writer[] = []
  let constructed = false
  for (const cls of ancestry(engine, classOf(instance))) {
    const definition = definitionOf(engine, cls.node)
    if (!definition) break
    const from = cls
    const initial = definition.fields.get(key)
    if (initial !== undefined && !isSetByConstructor(engine, definition, key))
      writers.push(writer(() => fieldInitial(engine, initial, from, { ...instance, made: null, fields: new Map() })))
    // A constructor runs those of its base classes, with the arguments that it gives them.
    const build: NodeId | null = constructed ? null : definition.construct
    constructed ||= build !== null
    if (build !== null && ancestry(engine, cls).some((each) => constructs(engine, each, key)))
      writers.push(writer((found) => readEnd(engine, build, { key, found }, from, instance)))
    for (const fn of functionsOf(engine, definition))
      if (stepsThatSet(engine, fn).has(key)) writers.push(writer((found) => readEnd(engine, fn, { key, found }, from, instance)))
  }
  return writers
}

/** A constructor gives the fields of its class their values, and may go on from there. */
function isSetByConstructor(engine: Engine, { construct }: ClassDefinition, key: string): boolean {
  return construct !== null && stepsThatSet(engine, construct).has(key)
}

/** Whether a class's constructor may set the field. */
function constructs(engine: Engine, cls: ClassValue, key: string): boolean {
  const construct = definitionOf(engine, cls.node)?.construct ?? null
  const fields = construct === null ? undefined : stepsThatSet(engine, construct)
  return fields !== undefined && (fields.has(key) || (key !== baseField && fields.has(anyField)))
}

/** What a method leaves in a field, in which it may have found a value. */
function readEnd(
  engine: Engine,
  fn: NodeId,
  { key, found }: { key: string; found: Value | undefined },
  cls: ClassValue,
  instance: Instance,
): Value {
  const node = engine.graph.node(fn)
  const end = node.type === 'function' ? node.definition.thisAtEnd : null
  if (end === null) return nothing
  const self: Instance = { ...instance, made: null, fields: new Map(found ? [[key, found]] : []) }
  const name = `open:${fn}:${instance.class}${found ? `:${key}:${identity(found)}` : ''}`
  const ctx = engine.enter(name, { function: fn, args: [], self, outer: cls.ctx, caller: null, open: true })
  if (!ctx) return unknown('methods call each other too deeply')
  const left = engine.evaluate(end, ctx)
  return mapValue(left, (one) => (one.is === 'instance' && !one.fields.has(key) ? (one.open ?? nothing) : leftIn(engine, one, key)))
}

/** The field itself: what a getter of the same name would give is another matter. */
function leftIn(engine: Engine, value: Value, key: string): Value {
  const field = value.is === 'instance' ? value.fields.get(key) : undefined
  return field === undefined ? memberOf(engine, value, key) : sinceStored(engine, field)
}

function* functionsOf(engine: Engine, definition: ClassDefinition): Generator<NodeId> {
  yield* definition.methods.values()
  yield* definition.setters.values()
  for (const field of definition.fields.values()) if (engine.graph.node(field).type === 'function') yield field
}

/** A value of the type that a field is declared with. */
export function fieldType(engine: Engine, instance: Instance, key: string): NodeId | undefined {
  for (const { node } of ancestry(engine, classOf(instance))) {
    const type = definitionOf(engine, node)?.types.get(key)
    if (type !== undefined) return type
  }
  return undefined
}

/** Whether anything in the class, or in one that it extends, gives the field a value, and does not only change what is in it. */
export function setsAnew(engine: Engine, instance: Instance, key: string): boolean {
  return ancestry(engine, classOf(instance)).some(({ node }) => {
    const definition = definitionOf(engine, node)
    if (!definition) return false
    const { construct } = definition
    return [...functionsOf(engine, definition), ...(construct === null ? [] : [construct])].some((fn) => givesValue(engine, fn, key))
  })
}

function givesValue(engine: Engine, fn: NodeId, key: string): boolean {
  const owner = engine.graph.node(fn)
  if (owner.type !== 'function' || owner.definition.thisAtEnd === null) return false
  for (const step of versionsOf(engine, owner.definition.thisAtEnd)) {
    if (step.type !== 'assigned' || step.key !== key) continue
    const value = engine.graph.node(before(engine.graph, step.value, 'assigned', 'changed'))
    if (value.type !== 'member' || value.key !== key) return true
  }
  return false
}

/** An instance of which any field may have been set. */
export function opened(instance: Instance, at: Span): Instance {
  const own = [...instance.fields].filter(([key]) => key.startsWith('('))
  return {
    ...instance,
    fields: new Map(own),
    open: unknown('which of its members is set here is known only when the program runs', { at }),
  }
}

/** An instance, or another object, with one of its fields set. */
export function withField(object: Value, key: string | undefined, value: Lazy): Value {
  if (object.is === 'instance' || object.is === 'record') {
    if (key !== undefined) return { ...object, fields: new Map(object.fields).set(key, value) }
    return object.is === 'record' ? { ...object, fields: new Map(), open: true } : object
  }
  if (object.is === 'class') return key === undefined ? object : { ...object, fields: new Map(object.fields).set(key, value) }
  if (object.is === 'list') {
    const index = Number(key) < 0 ? object.items.length + Number(key) : Number(key)
    if (!Number.isInteger(index) || index < 0 || index > object.items.length) return { ...object, open: true }
    return { ...object, items: [...object.items.slice(0, index), value, ...object.items.slice(index + 1)] }
  }
  if (object.is === 'unknown')
    return key === undefined || object.sealed ? object : { ...object, fields: new Map(object.fields).set(key, value) }
  if (key !== undefined && object.is === 'literal' && object.value === undefined)
    return { is: 'record', fields: new Map([[key, value]]), open: true }
  return object
}
