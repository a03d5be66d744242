import { frameworkNamed } from '../contracts/catalog.js'
import type { ClassDefinition } from '../graph/definitions.js'
import type { NodeId } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { callsNamed } from './callers.js'
import { isLeft } from './choices.js'
import { root } from './context.js'
import { type Engine, whatIsCalled } from './engine.js'
import { identity } from './identity.js'
import { patchOf } from './patches.js'
import { asDeclared, declaredIn } from './types.js'
import { union } from './union.js'
import { type ClassValue, type Closure, type Instance, literal, type RecordValue, unknown, type Value } from './value.js'
import { tooNested } from './work.js'

export function definitionOf(engine: Engine, cls: NodeId): ClassDefinition | undefined {
  const node = engine.graph.node(cls)
  return node.type === 'class' ? node.definition : undefined
}

/**
 * A class and those that it extends, as far as the project defines them, each once: first what extends, then what is extended,
 * and of several that one extends in their order. Where that cannot be, each is followed by what it extends.
 */
export function ancestry(engine: Engine, cls: ClassValue): ClassValue[] {
  return linearised(engine, cls, new Set()) ?? inDepth(engine, cls)
}

function linearised(engine: Engine, cls: ClassValue, below: ReadonlySet<NodeId>): ClassValue[] | undefined {
  if (below.has(cls.node)) return undefined
  const parents = extendedBy(engine, cls).flatMap((value) => (value.is === 'class' ? [value] : []))
  const orders: ClassValue[][] = []
  for (const parent of parents) {
    const order = linearised(engine, parent, new Set([...below, cls.node]))
    if (!order) return undefined
    orders.push(order)
  }
  const rest = merged([...orders, parents])
  return rest && [cls, ...rest]
}

/** One order of classes out of several, which keeps to each. */
function merged(orders: readonly (readonly ClassValue[])[]): ClassValue[] | undefined {
  const classes: ClassValue[] = []
  for (let left = orders.filter((order) => order.length > 0); left.length > 0; ) {
    const next = left.map(([head]) => head!).find(({ node }) => left.every((order) => order.slice(1).every((each) => each.node !== node)))
    if (!next) return undefined
    classes.push(next)
    left = left.map((order) => order.filter((each) => each.node !== next.node)).filter((order) => order.length > 0)
  }
  return classes
}

function inDepth(engine: Engine, cls: ClassValue): ClassValue[] {
  const classes: ClassValue[] = []
  const open = [cls]
  for (let at = open.pop(); at; at = open.pop()) {
    const { node } = at
    if (classes.some((each) => each.node === node)) continue
    classes.push(at)
    open.push(
      ...extendedBy(engine, at)
        .flatMap((value) => (value.is === 'class' ? [value] : []))
        .reverse(),
    )
  }
  return classes
}

function extendedBy(engine: Engine, cls: ClassValue): Value[] {
  const { extends: parent = null, mixins = [] } = definitionOf(engine, cls.node) ?? {}
  return [...(parent === null ? [] : [parent]), ...mixins].map((each) => engine.evaluate(each, cls.ctx))
}

/** What the project's own classes extend that is none of them, as far as contracts know it; undefined when they extend nothing. */
export function foreignParent(engine: Engine, cls: ClassValue): Value | undefined {
  const foreign = ancestry(engine, cls).flatMap((each) => extendedBy(engine, each).filter((value) => value.is !== 'class'))
  return foreign.find((value) => value.is === 'library' && isKnownType(engine, value)) ?? foreign[0]
}

function isKnownType({ catalog }: Engine, { package: pkg, path }: Extract<Value, { is: 'library' }>): boolean {
  return catalog.lookup(pkg, path) !== undefined || Object.hasOwn(frameworkNamed(pkg)?.types ?? {}, path.join('.'))
}

export function classOf(instance: Instance): ClassValue {
  return { is: 'class', node: instance.class, ctx: instance.ctx, ...(instance.statics && { fields: instance.statics }) }
}

/** A method that the project's classes define, bound to the instance. */
export function methodNamed(engine: Engine, from: ClassValue, key: string, self: Instance): Closure | undefined {
  for (const cls of ancestry(engine, from)) {
    const patch = patchOf(engine, cls, key)
    if (patch) return patch.is === 'function' ? { ...patch, self } : undefined
    const method = definitionOf(engine, cls.node)?.methods.get(key)
    if (method !== undefined) return { is: 'function', node: method, ctx: cls.ctx, self }
  }
  return undefined
}

/** What the first of an instance's classes to have been given a member from outside was given, unless one before it defines that. */
export function lentMember(engine: Engine, instance: Instance, key: string): Value | undefined {
  for (const cls of ancestry(engine, classOf(instance))) {
    const patch = patchOf(engine, cls, key)
    if (patch) return patch.is === 'function' ? { ...patch, self: instance } : patch
    if (definitionOf(engine, cls.node)?.methods.has(key)) return undefined
  }
  return undefined
}

/** The function that runs when a member is set, with the object as its receiver. */
export function setterOf(engine: Engine, instance: Instance | RecordValue, key: string): Closure | undefined {
  if (instance.is === 'record') {
    const setter = instance.fields.get(`set ${key}`)
    const value = setter && engine.force(setter)
    return value?.is === 'function' ? { ...value, self: instance } : undefined
  }
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
    const patch = patchOf(engine, at, key)
    if (patch) return patch.is === 'function' && !patch.self ? { ...patch, self: cls } : patch
    const definition = definitionOf(engine, at.node)
    const getter = definition?.staticGetters.get(key)
    if (getter !== undefined) return callGetter(engine, getter, at, at)
    const found = definition?.statics.get(key)
    const method = definition?.lends && definition.methods.get(key)
    if (found === undefined && method !== undefined) return { is: 'function', node: method, ctx: at.ctx, unbound: true }
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
    // A function without a receiver of its own is given the object.
    args: fn.definition.method === null ? [{ value: self }] : [],
    self,
    outer: cls.ctx,
    caller: self.is === 'instance' ? self.made : null,
  })
  if (!ctx) return tooNested('getters')
  return asDeclared(engine, engine.evaluate(fn.definition.result, ctx), fn.definition.returns, ctx)
}

/**
 * An instance of which nothing else is known than that it is of the class, or of one that extends it: then one of several.
 * `running`: a method of the class that it runs, and a class that overrides it does not.
 */
export function anyInstance(engine: Engine, cls: ClassValue, running?: string): Value {
  const classes = concrete(engine, cls).filter((each) => runs(engine, each, cls, running))
  return oneOf(engine, cls.node, classes.length > 0 ? classes : [cls])
}

/** One of several classes; whenever the same is asked again, the same one. */
function oneOf(engine: Engine, base: NodeId, classes: readonly ClassValue[]): Value {
  const key = `class:${base}`
  const left = classes.length > 1 ? classes.filter((each) => isLeft(engine, key, String(each.node))) : classes
  if (left.length < 2) return blank(left[0] ?? classes[0]!)
  return union(left.map((each) => ({ value: blank(each), when: [{ key, value: String(each.node) }], via: 'callers' })))
}

function blank(cls: ClassValue): Instance {
  return { is: 'instance', class: cls.node, ctx: cls.ctx, made: null, fields: new Map() }
}

function concrete(engine: Engine, cls: ClassValue): ClassValue[] {
  const below = subclassesOf(engine, cls)
  // A class of which the project makes no instance counts less than those that extend it of which it makes some.
  const isBase = below.some((each) => isConstructed(engine, each)) && !isConstructed(engine, cls)
  return [...(isBase ? [] : [cls]), ...below].filter((each) => !definitionOf(engine, each.node)?.abstract)
}

/** Whether something in the project calls what has the name of the class. */
function isConstructed(engine: Engine, { node }: ClassValue): boolean {
  const { file } = engine.graph.node(node).span
  const name = definitionOf(engine, node)?.name
  if (!name) return false
  const own = engine.graph.module(file)
  const modules = [
    ...(own ? [own] : []),
    ...engine.graph.mentioning(name, { joined: file }),
    ...engine.graph.mentioning(name, { importing: file }),
  ]
  return modules.some((module) => callsNamed(engine, module, name).length > 0)
}

/** False when a class between replaces the method and does not call what it replaces. */
function runs(engine: Engine, cls: ClassValue, from: ClassValue, method: string | undefined): boolean {
  if (method === undefined) return true
  for (const { node } of ancestry(engine, cls)) {
    if (node === from.node) return true
    const { file } = engine.graph.node(node).span
    const definition = definitionOf(engine, node)
    const calls = engine.graph.words.overridden(method)
    if (definition?.methods.has(method) && !calls.some((each) => engine.graph.mentions(file, each))) return false
  }
  return true
}

/** Classes of the project that extend a class, at any remove. */
function subclassesOf(engine: Engine, cls: ClassValue): ClassValue[] {
  return below(engine, cls.node, (id) => {
    return extendedBy(engine, { is: 'class', node: id, ctx: root }).some((value) => value.is === 'class' && value.node === cls.node)
  })
}

/** What may stand behind an interface: a class that says that it implements it, or one that extends such a class. */
export function anyImplementer(engine: Engine, id: NodeId): Value | undefined {
  const all = below(engine, id, (each) => (definitionOf(engine, each)?.implements ?? []).some((type) => isInterface(engine, type, id, 0)))
  const classes = all.filter((each) => !definitionOf(engine, each.node)?.abstract)
  return classes.length > 0 ? oneOf(engine, id, classes) : undefined
}

/** Interfaces that extend each other. */
const deepest = 8

/** Whether a type is an interface, or one that extends it. */
function isInterface(engine: Engine, type: NodeId, id: NodeId, depth: number): boolean {
  const node = engine.graph.node(type)
  const at = node.type === 'instance' ? declaredIn(engine, node) : type
  if (at === undefined || at === id) return at === id
  const meant = engine.graph.node(at)
  return meant.type === 'interface' && depth < deepest && meant.definition.extends.some((base) => isInterface(engine, base, id, depth + 1))
}

const tables = new WeakMap<Engine, Map<string, ClassValue[]>>()

/** The classes for which a relation to a class or an interface holds, and those that extend them. */
function below(engine: Engine, base: NodeId, isBelow: (id: NodeId) => boolean): ClassValue[] {
  // A file in which no loss is named can pass none: to learn what is called, classes elsewhere do not matter.
  const among = engine.assumed(whatIsCalled.key).length > 0 ? 'judged' : 'all'
  const table = remembered(tables, engine, () => new Map<string, ClassValue[]>())
  const known = table.get(`${among}:${base}`)
  if (known) return known
  const found: ClassValue[] = []
  table.set(`${among}:${base}`, found)
  for (const id of classesBeside(engine, base, among)) {
    if (id === base || !isBelow(id)) continue
    const sub: ClassValue = { is: 'class', node: id, ctx: root }
    for (const each of [sub, ...subclassesOf(engine, sub)]) if (!found.some((other) => other.node === each.node)) found.push(each)
  }
  return found
}

/** Classes in the files that name a class or an interface, and a relation. */
function classesBeside(engine: Engine, base: NodeId, among: 'judged' | 'all'): readonly NodeId[] {
  const node = engine.graph.node(base)
  const name = node.type === 'class' || node.type === 'interface' ? node.definition.name : null
  if (name === null) return []
  const { file } = node.span
  const words = engine.graph.words.extending
  const importing = among === 'all' ? engine.graph.mentioning(name, { importing: file }, words) : []
  const own = engine.graph.module(file)
  const modules = new Set([...(own ? [own] : []), ...engine.graph.mentioning(name, { joined: file }, words), ...importing])
  return [...modules].flatMap(({ classes }) => classes)
}
