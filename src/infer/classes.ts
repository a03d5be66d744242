import type { ClassDefinition, NodeId } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { isLeft } from './choices.js'
import { root } from './context.js'
import { type Engine, identity } from './engine.js'
import { type ClassValue, type Closure, type Instance, literal, union, unknown, type Value } from './value.js'

export function definitionOf(engine: Engine, cls: NodeId): ClassDefinition | undefined {
  const node = engine.graph.node(cls)
  return node.type === 'class' ? node.definition : undefined
}

/** A class and those that it extends, as far as the project defines them; each once, should they extend each other. */
export function ancestry(engine: Engine, cls: ClassValue): ClassValue[] {
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

/** What the last of the project's own classes extends; undefined when it extends nothing. */
export function foreignParent(engine: Engine, cls: ClassValue): Value | undefined {
  const value = extendedBy(engine, ancestry(engine, cls).at(-1)!)
  return value?.is === 'class' ? undefined : value
}

export function classOf(instance: Instance): ClassValue {
  return { is: 'class', node: instance.class, ctx: instance.ctx }
}

/** A method that the project's classes define, bound to the instance. */
export function methodNamed(engine: Engine, from: ClassValue, key: string, self: Instance): Closure | undefined {
  for (const cls of ancestry(engine, from)) {
    const method = definitionOf(engine, cls.node)?.methods.get(key)
    if (method !== undefined) return { is: 'function', node: method, ctx: cls.ctx, self }
  }
  return undefined
}

/** The function that runs when the field is set, with the instance as its receiver. */
export function setterOf(engine: Engine, instance: Instance, key: string): Closure | undefined {
  for (const cls of ancestry(engine, classOf(instance))) {
    const setter = definitionOf(engine, cls.node)?.setters.get(key)
    if (setter !== undefined) return { is: 'function', node: setter, ctx: cls.ctx, self: instance }
  }
  return undefined
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

/** What a getter gives, of an instance or of a class. */
export function callGetter(engine: Engine, getter: NodeId, cls: ClassValue, self: Instance | ClassValue): Value {
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

/**
 * An instance of which nothing else is known than that it is of the class, or of one that extends it: then one of several.
 * `running`: a method of the class that it runs, and a class that overrides it does not.
 */
export function anyInstance(engine: Engine, cls: ClassValue, running?: string): Value {
  const key = `class:${cls.node}`
  const classes = concrete(engine, cls).filter((each) => runs(engine, each, cls, running))
  const left = classes.length > 1 ? classes.filter((each) => isLeft(engine, key, String(each.node))) : classes
  if (left.length < 2) return blank(left[0] ?? cls)
  return union(left.map((each) => ({ value: blank(each), when: [{ key, value: String(each.node) }], via: 'callers' })))
}

function blank(cls: ClassValue): Instance {
  return { is: 'instance', class: cls.node, ctx: cls.ctx, made: null, fields: new Map() }
}

function concrete(engine: Engine, cls: ClassValue): ClassValue[] {
  const all = [cls, ...subclassesOf(engine, cls)]
  return all.filter((each) => !definitionOf(engine, each.node)?.abstract)
}

/** False when a class between replaces the method and does not call what it replaces. */
function runs(engine: Engine, cls: ClassValue, from: ClassValue, method: string | undefined): boolean {
  if (method === undefined) return true
  for (const { node } of ancestry(engine, cls)) {
    if (node === from.node) return true
    const { file } = engine.graph.node(node).span
    if (definitionOf(engine, node)?.methods.has(method) && !engine.graph.mentions(file, `super.${method}`)) return false
  }
  return true
}

const subclasses = new WeakMap<Engine, Map<NodeId, ClassValue[]>>()

/** Classes of the project that extend a class, at any remove. */
function subclassesOf(engine: Engine, cls: ClassValue): ClassValue[] {
  const table = remembered(subclasses, engine, () => new Map<NodeId, ClassValue[]>())
  const known = table.get(cls.node)
  if (known) return known
  const found: ClassValue[] = []
  table.set(cls.node, found)
  const name = definitionOf(engine, cls.node)?.name
  if (!name) return found
  const files = new Set(engine.graph.mentioning(name, 'judged').map((module) => module.file))
  for (const id of classesIn(engine)) {
    const parent = definitionOf(engine, id)?.extends ?? null
    if (parent === null || !files.has(engine.graph.node(id).span.file)) continue
    const value = engine.evaluate(parent, root)
    if (value.is !== 'class' || value.node !== cls.node) continue
    const sub: ClassValue = { is: 'class', node: id, ctx: root }
    for (const each of [sub, ...subclassesOf(engine, sub)]) if (!found.some((other) => other.node === each.node)) found.push(each)
  }
  return found
}

const indexes = new WeakMap<Engine, { classes: NodeId[]; seen: number }>()

/** Every class of the files that have been lowered. */
function classesIn(engine: Engine): readonly NodeId[] {
  const index = remembered(indexes, engine, () => ({ classes: [] as NodeId[], seen: 0 }))
  for (const size = engine.graph.size(); index.seen < size; index.seen++)
    if (engine.graph.node(index.seen as NodeId).type === 'class') index.classes.push(index.seen as NodeId)
  return index.classes
}
