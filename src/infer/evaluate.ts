import { globalFramework } from '../contracts/index.js'
import type { Node, NodeId, NodeOf } from '../graph/graph.js'
import { evaluateCall } from './calls.js'
import { evaluateVersions } from './changes.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { exported } from './exports.js'
import { memberOf } from './members.js'
import { evaluateLoop, evaluateMerge } from './merges.js'
import { evaluateOperator } from './operators.js'
import { evaluateParameter } from './parameters.js'
import { evaluateCaptured } from './shared.js'
import { type Lazy, literal, mapValue, union, unknown, type Value } from './value.js'

/** One step of evaluation, by the node's type. */
export function evaluateNode(engine: Engine, node: Node, id: NodeId, ctx: Context): Value {
  switch (node.type) {
    case 'name':
      return evaluateName(node)
    case 'import':
      return exported(engine, node.specifier, node.name, node.from)
    case 'literal':
      return literal(node.value)
    case 'list':
      return evaluateList(engine, node, ctx)
    case 'record':
      return evaluateRecord(engine, node, ctx)
    case 'call':
      return evaluateCall(engine, node, id, ctx)
    case 'member':
      return evaluateMember(engine, node, ctx)
    case 'assigned':
    case 'changed':
      return evaluateVersions(engine, id, ctx)
    case 'alias':
      return engine.evaluate(node.value, ctx)
    case 'merge':
      return node.reason === 'loop' ? evaluateLoop(engine, node, id, ctx) : evaluateMerge(engine, node, ctx)
    case 'captured':
      return evaluateCaptured(engine, node, ctx)
    case 'function':
      return { is: 'function', node: id, ctx, ...(node.definition.arrow && ctx.self ? { self: ctx.self } : {}) }
    case 'parameter':
      return evaluateParameter(engine, node, ctx)
    case 'class':
      return { is: 'class', node: id, ctx }
    case 'this':
      return evaluateThis(engine, node, ctx)
    case 'super':
      return evaluateSuper(engine, node, ctx)
    case 'operator':
      return evaluateOperator(engine, node, ctx)
    case 'item':
      return evaluateItem(engine, node, ctx)
    case 'unknown':
      return unknown(node.reason)
  }
}

function evaluateName(node: NodeOf<'name'>): Value {
  const [first, ...rest] = node.path
  const framework = first === undefined ? undefined : globalFramework(first)
  if (framework) return { is: 'library', package: framework.package, path: rest }
  return { is: 'builtin', name: node.path.join('.') }
}

function evaluateList(engine: Engine, node: NodeOf<'list'>, ctx: Context): Value {
  const items: Lazy[] = []
  let open = false
  for (const item of node.items) {
    if (!item.spread) {
      items.push({ node: item.node, ctx })
      continue
    }
    const inner = engine.evaluate(item.node, ctx)
    if (inner.is === 'list') items.push(...inner.items)
    open ||= inner.is !== 'list' || inner.open
  }
  return { is: 'list', items, open }
}

function evaluateRecord(engine: Engine, node: NodeOf<'record'>, ctx: Context): Value {
  const fields = new Map<string, Lazy>()
  let open = false
  for (const entry of node.entries) {
    if (typeof entry.key === 'string') fields.set(entry.key, { node: entry.node, ctx })
    else if (entry.key === null) {
      const inner = engine.evaluate(entry.node, ctx)
      if (inner.is === 'record') for (const [key, value] of inner.fields) fields.set(key, value)
      open ||= inner.is !== 'record' || inner.open
    } else {
      const key = engine.evaluate(entry.key, ctx)
      if (key.is === 'literal') fields.set(String(key.value), { node: entry.node, ctx })
      else open = true
    }
  }
  return { is: 'record', fields, open }
}

function evaluateMember(engine: Engine, node: NodeOf<'member'>, ctx: Context): Value {
  const key = typeof node.key === 'string' ? literal(node.key) : engine.evaluate(node.key, ctx)
  const object = engine.evaluate(node.object, ctx)
  return mapValue(key, (one) => mapValue(object, (from) => memberOf(engine, from, one.is === 'literal' ? String(one.value) : undefined)))
}

/** The receiver; where the caller is open, an instance of the method's class of which nothing else is known. */
function evaluateThis(engine: Engine, node: NodeOf<'this'>, ctx: Context): Value {
  const frame = engine.frame(ctx, node.owner)
  if (frame.self) return engine.force(frame.self)
  if (node.class === null) return unknown('`this` of a function that belongs to no class')
  const owner = engine.graph.node(node.class)
  if (owner.type === 'record') return engine.evaluate(node.class, ctx)
  return { is: 'instance', class: node.class, ctx: engine.frame(ctx, owner.owner), made: null, fields: new Map() }
}

function evaluateSuper(engine: Engine, node: NodeOf<'super'>, ctx: Context): Value {
  const owner = node.class === null ? undefined : engine.graph.node(node.class)
  if (owner?.type !== 'class' || owner.definition.extends === null) return unknown('`super` without a class that is known')
  return engine.evaluate(owner.definition.extends, ctx)
}

/** Any item of a list: which one is not known. */
function evaluateItem(engine: Engine, node: NodeOf<'item'>, ctx: Context): Value {
  return mapValue(engine.evaluate(node.of, ctx), (of) => {
    if (of.is !== 'list') return of.is === 'unknown' ? of : unknown('an item of a collection that is not known')
    const items = of.items.map((item) => ({ value: engine.force(item), via: 'branch' as const }))
    return union(of.open ? [...items, { value: unknown('an item of a collection that is not known'), via: 'branch' }] : items)
  })
}
