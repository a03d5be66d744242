import { keepsFunction, leavesFunction } from '../contracts/decorators.js'
import type { NodeId } from '../graph/graph.js'
import { methodCalled } from './bases.js'
import { callFunction } from './calls.js'
import { definitionOf } from './classes.js'
import type { Argument, Context } from './context.js'
import type { Engine } from './engine.js'
import { construct } from './instances.js'
import { nameOf } from './library-name.js'
import { applyContract } from './operations.js'
import { before } from './steps.js'
import { mapValue } from './union.js'
import { type ClassValue, type Closure, optionsOf, unknown, type Value } from './value.js'

/** What a function's decorators have made of it; undefined where it is used as it is. */
export function decorated(engine: Engine, fn: Closure): Value | undefined {
  const node = engine.graph.node(fn.node)
  if (node.type !== 'function' || !node.definition.decorators || fn.bare) return undefined
  const { self: _, bound: __, loose: ___, derived: ____, ...plain } = fn
  const method = node.definition.method !== null && !isStatic(engine, node.definition.method, fn.node)
  const first: Closure = { ...plain, bare: true, ...(method && { unbound: true as const }) }
  const made = engine.once(`decorated:${fn.node}:${fn.ctx.id}`, () => madeBy(engine, node.definition.decorators!, first))
  return isItself(made, fn.node) ? undefined : made
}

/** What calling a function gives that decorators have made something else of. */
export function callDecorated(engine: Engine, made: Value, fn: Closure, args: readonly Argument[], key: string, ctx: Context): Value {
  const node = engine.graph.node(fn.node)
  const isMethod = node.type === 'function' && node.definition.method !== null && !isStatic(engine, node.definition.method, fn.node)
  const self = isMethod ? [{ value: fn.self ?? unknown('the receiver of the method is not known') }] : []
  return mapValue(made, (one) => run(engine, one, [...self, ...(fn.bound ?? []), ...args], fn.node, `${key}:decorated`, ctx))
}

/** Whether the function is given what those who call it give, or decorators decide what it is given. */
export function keepsArguments(engine: Engine, id: NodeId, ctx: Context): boolean {
  const node = engine.graph.node(id)
  if (node.type !== 'function' || !node.definition.decorators) return true
  const made = decorated(engine, { is: 'function', node: id, ctx: engine.frame(ctx, node.owner) })
  return made === undefined || (made.is === 'function' && handsOn(engine, made.node))
}

/** Whether a function calls another with just the parameters that it has itself: `def inner(*args, **kwargs): return f(*args, **kwargs)`. */
function handsOn(engine: Engine, id: NodeId): boolean {
  const node = engine.graph.node(id)
  if (node.type !== 'function') return false
  const { params } = node.definition
  const calls = engine.graph.module(node.span.file)?.calls ?? []
  return calls.some((each) => {
    const call = engine.graph.node(each)
    if (call.type !== 'call' || call.owner !== id || call.args.length !== params.length) return false
    return call.args.every((arg, index) => before(engine.graph, arg.node, 'alias') === params[index])
  })
}

/** What the decorators of a class, or of one that it extends, have made of it, where that is not known to be the class as it is. */
export function decoratedClass(engine: Engine, cls: ClassValue): Value | undefined {
  const decorators = definitionOf(engine, cls.node)?.decorators
  if (!decorators) return undefined
  const made = engine.once(`decorated:${cls.node}:${cls.ctx.id}`, () => {
    const opaque = decorators.find((by) => changesClass(engine, by, cls))
    return opaque === undefined ? cls : unknown('a decorator of its class makes something else of it')
  })
  return made.is === 'class' ? undefined : made
}

/** Whether a decorator that the project defines gives another class, or the same with other members. */
function changesClass(engine: Engine, by: NodeId, cls: ClassValue): boolean {
  const decorator = engine.evaluate(by, cls.ctx)
  if (decorator.is !== 'function' || isTransparent(engine, by, cls.ctx)) return false
  const fn = engine.graph.node(decorator.node)
  if (fn.type === 'function' && fn.definition.paramsAtEnd.has(decorator.bound?.length ?? 0)) return true
  const made = run(engine, decorator, [{ value: cls }], by, `decorated:${cls.node}:${by}`, cls.ctx)
  return !optionsOf(made).some((one) => one.is === 'class' && one.node === cls.node && !one.fields)
}

function isStatic(engine: Engine, cls: NodeId, method: NodeId): boolean {
  const statics = definitionOf(engine, cls)?.statics.values() ?? []
  return [...statics].includes(method)
}

function isItself(made: Value, node: NodeId): boolean {
  return made.is === 'function' && made.node === node && !made.bound
}

function madeBy(engine: Engine, decorators: readonly NodeId[], fn: Closure): Value {
  let made: Value = fn
  for (const by of decorators) {
    if (isTransparent(engine, by, fn.ctx)) continue
    const given = made
    const decorator = engine.evaluate(by, fn.ctx)
    made = mapValue(decorator, (one) => run(engine, one, [{ value: given }], by, `decorated:${fn.node}:${by}:${fn.ctx.id}`, fn.ctx))
  }
  return made
}

/** Whether a decorator is known by its name, or by where it comes from, to leave a function as it is. */
function isTransparent(engine: Engine, by: NodeId, ctx: Context): boolean {
  const node = engine.graph.node(before(engine.graph, by, 'alias'))
  const callee = node.type === 'call' ? node.callee : by
  const named = engine.graph.node(callee)
  if (keepsFunction(engine.graph.text(named.span))) return true
  return [callee, by].some((each) => leaves(engine, engine.evaluate(each, ctx)))
}

function leaves({ catalog }: Engine, value: Value): boolean {
  if (value.is !== 'library') return false
  return leavesFunction(value.package, value.path) || catalog.lookup(value.package, value.path)?.gives === 'itself'
}

function run(engine: Engine, callee: Value, args: readonly Argument[], by: NodeId, key: string, ctx: Context): Value {
  switch (callee.is) {
    case 'function':
      return callFunction(engine, callee, args, key, ctx)
    case 'class':
      return construct(engine, callee, { args, span: engine.graph.node(by).span, key, ctx })
    case 'instance': {
      const own = methodCalled(engine, callee)
      return own ? callFunction(engine, own, args, key, ctx) : unknown('what a decorator makes of the function is not known')
    }
    case 'nothing':
      return callee
    case 'library': {
      const contract = engine.catalog.lookup(callee.package, callee.path)
      const span = engine.graph.node(by).span
      if (contract) return applyContract(engine, contract, undefined, { span, args: [...(callee.bound ?? []), ...args], key, ctx })
      return unknown(`what the decorator \`${nameOf(callee)}\` makes of the function is not known`)
    }
    default:
      return unknown('what a decorator makes of the function is not known')
  }
}
