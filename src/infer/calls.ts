import type { NodeId, NodeOf, Span } from '../graph/graph.js'
import { callInstance } from './bases.js'
import { callBuiltin } from './builtins.js'
import type { Argument, Context } from './context.js'
import { callDecorated, decorated } from './decorators.js'
import { describedFunction, describedInstance } from './described.js'
import type { Engine } from './engine.js'
import { identity } from './identity.js'
import { construct } from './instances.js'
import { nameOf } from './library-name.js'
import { namedMethod } from './named-method.js'
import { applyObject } from './objects.js'
import { applyContract, type CallSite } from './operations.js'
import { positional } from './parameters.js'
import { noted } from './trace.js'
import { asDeclared } from './types.js'
import { mapValue, present, weakened } from './union.js'
import { type Closure, isThunk, literal, type Unknown, unknown, type Value } from './value.js'
import { tooNested } from './work.js'

/** What a call gives. */
export function evaluateCall(engine: Engine, node: NodeOf<'call'>, id: NodeId, ctx: Context): Value {
  if (engine.graph.node(node.callee).type === 'super') return literal(undefined)
  const callee = present(engine.evaluate(node.callee, ctx))
  return mapValue(callee, (one) => call(engine, one, node, id, ctx))
}

function call(engine: Engine, callee: Exclude<Value, { is: 'union' }>, node: NodeOf<'call'>, id: NodeId, ctx: Context): Value {
  const args = argumentsOf(node, ctx)
  const key = `${id}:${ctx.id}`
  switch (callee.is) {
    case 'nothing':
      return callee
    case 'unknown':
      return logarithmNamed(engine, node) ? { ...callee, normaliser: true } : callee
    case 'function':
      return callOwn(engine, callee, args, key, id, ctx)
    case 'class':
      return construct(engine, callee, { args, span: node.span, key, ctx })
    case 'library': {
      const site = { span: node.span, args: [...(callee.bound ?? []), ...args], key, ctx, event: id }
      if (node.construct) return makeWithClass(engine, callee, site)
      const contract = engine.catalog.lookup(callee.package, callee.path)
      return contract ? applyContract(engine, contract, undefined, site) : uncontracted(callee, node.span)
    }
    case 'method':
      return callMethod(engine, callee, { span: node.span, args, key, ctx, event: id })
    case 'object':
      return applyObject(engine, callee, positional(engine, args).items[0] ?? args[0]?.value)
    case 'instance': {
      const contract = describedInstance(engine, callee)
      if (contract) return applyContract(engine, contract, callee, { span: node.span, args, key, ctx })
      return callInstance(engine, callee, args, { key, ctx, event: id })
    }
    case 'builtin':
      return callBuiltin(callee, args, { engine, key, ctx, event: id })
    default:
      return unknown('what is called here is not known to be a function')
  }
}

/** Whether the name of a method, on a value that is not known, is that of a logarithm. */
function logarithmNamed(engine: Engine, { callee, span }: NodeOf<'call'>): boolean {
  const member = engine.graph.node(callee)
  const contract = member.type === 'member' && typeof member.key === 'string' ? namedMethod(engine, span.file, member.key) : undefined
  return contract?.computes === 'log' || contract?.computes === 'log-sum-exp'
}

type Library = Extract<Value, { is: 'library' }>

function uncontracted(callee: Library, span: Span): Unknown {
  return unknown(`it comes from ${nameOf(callee)}, of which no contract tells what it gives`, about(callee, span))
}

/** What a class of a library makes: without a contract only its type is known, on which contracts may describe methods. */
export function makeWithClass(engine: Engine, callee: Library, site: CallSite): Value {
  const contract = engine.catalog.lookup(callee.package, callee.path)
  if (contract) return applyContract(engine, contract, undefined, site)
  const { package: pkg, path } = callee
  const type = path.join('.')
  return {
    is: 'object',
    package: pkg,
    type,
    origin: type,
    unknown: uncontracted(callee, site.span),
    span: site.span,
    options: new Map(),
    open: true,
  }
}

function callOwn(engine: Engine, fn: Closure, args: readonly Argument[], key: string, id: NodeId, ctx: Context): Value {
  const node = engine.graph.node(fn.node)
  if (node.type !== 'function') return unknown('what is called here is not known to be a function')
  const { name } = node.definition
  const span = engine.graph.node(id).span
  const contract = describedFunction(engine, fn.node)
  if (contract) return applyContract(engine, contract, undefined, { span, args, key, ctx })
  const value = derivedFrom(fn, callFunction(engine, fn, args, key, ctx, { event: id }))
  return name === null ? value : noted(value, { at: engine.graph.place(span), note: `\`${name}\` returns it here` })
}

/** What calling a function gives whose gradient was asked for. */
function derivedFrom({ derived }: Closure, value: Value): Value {
  if (derived === undefined) return value
  const gradients = unknown('it is a gradient')
  return derived === 'alone' ? gradients : { is: 'list', items: [value, gradients], open: false }
}

function callMethod(engine: Engine, method: Extract<Value, { is: 'method' }>, site: CallSite): Value {
  const result = applyContract(engine, method.contract, method.receiver, site)
  if (!method.guessed) return result
  return weakened(result, 'likely')
}

/** What a function of the project returns for these arguments. */
export function callFunction(engine: Engine, fn: Closure, args: readonly Argument[], key: string, ctx: Context, how: Entry = {}): Value {
  const node = engine.graph.node(fn.node)
  if (node.type !== 'function') return unknown('what is called here is not known to be a function')
  const made = decorated(engine, fn)
  if (made) return callDecorated(engine, made, fn, args, key, ctx)
  const { result, generator, returns } = node.definition
  if (result === null) return literal(undefined)
  const inside = enterFunction(engine, fn, args, key, ctx, how)
  if (!inside) return tooNested('functions')
  const value = engine.evaluate(result, inside)
  // What a generator is declared to return is what it yields.
  return generator ? value : asDeclared(engine, value, returns, inside)
}

/** How a function comes to be entered. */
type Entry = Pick<Context, 'round' | 'event'>

export function enterFunction(
  engine: Engine,
  fn: Closure,
  args: readonly Argument[],
  key: string,
  ctx: Context,
  how: Entry = {},
): Context | undefined {
  const self = fn.self === undefined ? '' : isThunk(fn.self) ? `${fn.self.node}:${fn.self.ctx.id}` : identity(fn.self)
  const bound = fn.bound ?? []
  const all = [...bound, ...args]
  const made = {
    function: fn.node,
    ...(fn.unbound ? withReceiver(engine, all) : { args: all, self: fn.self }),
    outer: fn.ctx,
    caller: ctx,
    ...how,
  }
  return engine.enter(`${key}:${fn.node}:${fn.ctx.id}:${self}${fn.bound ? `:${identity(fn.bound)}` : ''}`, made)
}

/** The first argument of a method that is called as a plain function is its receiver. */
export function withReceiver(engine: Engine, args: readonly Argument[]): Pick<Context, 'args' | 'self'> {
  const { items, open } = positional(engine, args)
  const [self = unknown('the receiver of the method is not known'), ...rest] = items
  const further = open ? [{ value: unknown('it comes from a list that is spread into the call'), spread: true }] : []
  return { self, args: [...rest.map((value) => ({ value })), ...further, ...args.filter(({ keyword }) => keyword !== undefined)] }
}

export function argumentsOf(node: NodeOf<'call'>, ctx: Context): Argument[] {
  return node.args.map((arg) => ({ value: { node: arg.node, ctx }, spread: arg.spread, keyword: arg.keyword }))
}

/** Where a function without a contract is called, and what a user can do about it. */
function about({ package: pkg, path }: Extract<Value, { is: 'library' }>, at: Span): Pick<Unknown, 'at' | 'remedy'> {
  if (path.length === 0) return { at }
  return { at, remedy: `Declare what \`${pkg}#${path.join('.')}\` gives, under "contracts" in the configuration.` }
}
