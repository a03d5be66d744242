import type { Element, NodeId } from '../../graph/graph.js'
import { type Binding, lookUp } from '../flow/bindings.js'
import { noteCall, noteEffects } from '../flow/calls.js'
import { decisionOn } from '../flow/conditions.js'
import { type Syntax as Any, add, literal, nodeOf, pathTo, spanOf } from '../flow/flow.js'
import { type Path, type Reference, store } from '../flow/paths.js'
import { read } from '../flow/variables.js'
import { isHarmless } from './builtins.js'
import { lowerComprehension } from './comprehensions.js'
import { lower } from './expressions.js'
import { lowerLambda } from './functions.js'
import type { Lowering } from './lowering.js'
import { memberOf, reference } from './references.js'
import { bare, isComprehension, part, type Syntax } from './syntax.js'

interface Argument {
  reference: Reference
  syntax: Syntax
  spread: boolean
  keyword?: string
}

/** A call whose callee has been lowered. */
export function lowerCall(m: Lowering, call: Syntax, callee: Reference): Reference {
  const fn = bare(part(call, 'function')!)
  const own = fn.type === 'identifier' && !lookUp(m.scope, fn.text) ? lowerOwn(m, call, fn.text) : undefined
  if (own) return own
  const args = argumentsOf(m, call)
  if (fn.type === 'attribute' && part(fn, 'attribute')!.text === '__init__') {
    const node = initialiseBase(m, call, callee, args)
    if (node !== undefined) return { node, path: null }
  }
  const called = nodeOf(m, callee.node)
  // The method that calling an object runs is the object, called.
  if (called.type === 'member' && called.key === '__call__') return { node: finish(m, call, called.object, args, null, false), path: null }
  const receiver = fn.type === 'attribute' ? (callee.path?.up ?? callee.chain ?? null) : null
  const node = finish(m, call, callee.node, args, receiver, false)
  noteEffects(m, call, node, functionsIn(m, fn, args))
  return { node, path: null, chain: callee.path?.up ?? callee.chain ?? null }
}

export function argumentsOf(m: Lowering, call: Syntax): Argument[] {
  const given = part(call, 'arguments')!
  if (isComprehension(given)) return [{ reference: { node: lowerComprehension(m, given), path: null }, syntax: given, spread: false }]
  return given.children.map((each): Argument => {
    if (each.type === 'keyword_argument') {
      const value = part(each, 'value')!
      return { reference: argumentValue(m, value), syntax: value, spread: false, keyword: part(each, 'name')!.text }
    }
    if (each.type === 'dictionary_splat') return { reference: reference(m, each.children[0]!), syntax: each, spread: true, keyword: '' }
    const spread = each.type === 'list_splat'
    return { reference: argumentValue(m, spread ? each.children[0]! : each), syntax: each, spread }
  })
}

function argumentValue(m: Lowering, value: Syntax): Reference {
  const plain = bare(value)
  return plain.type === 'lambda' ? { node: lowerLambda(m, plain, null), path: null } : reference(m, value)
}

function finish(m: Lowering, call: Syntax, callee: NodeId, given: readonly Argument[], receiver: Path | null, construct: boolean): NodeId {
  const args = given.map(({ reference: { node }, syntax, spread, keyword }): Element => {
    return { node, span: spanOf(m, syntax), ...(spread && { spread }), ...(keyword !== undefined && { keyword }) }
  })
  const when = pathTo(m.fn)
  const decides = keyDecision(m, callee, args)
  const id = add(m, call, {
    type: 'call',
    callee,
    args,
    construct,
    ...(when.length > 0 && { when }),
    ...(decides !== undefined && { decides }),
  })
  m.calls.push(id)
  const fn = nodeOf(m, callee)
  const harmless = fn.type === 'name' && fn.path.length === 1 && isHarmless(fn.path[0]!)
  const object = fn.type === 'member' ? fn.object : callee
  noteCall(
    m,
    call,
    id,
    receiver ? { path: receiver, value: object } : undefined,
    harmless ? [] : given.filter(({ keyword }) => keyword === undefined),
  )
  return id
}

/** The key that `get` looks something up by decides what it gives, as that of a computed member does. */
function keyDecision(m: Lowering, callee: NodeId, [key]: readonly Element[]): string | undefined {
  const node = nodeOf(m, callee)
  return node.type === 'member' && node.key === 'get' && key ? decisionOn(m, key.node) : undefined
}

/** Functions of the file that a call calls, or hands over to be called. */
function functionsIn(m: Lowering, callee: Syntax, args: readonly Argument[]): Any[] {
  const names = [callee, ...args.map(({ syntax }) => bare(syntax))].filter(({ type }) => type === 'identifier')
  return names.flatMap(({ text }) => lookUp(m.scope, text)?.function ?? [])
}

/** Calls of the language's own functions that stand for syntax. */
function lowerOwn(m: Lowering, call: Syntax, name: string): Reference | undefined {
  const given = part(call, 'arguments')!.children
  if (name === 'super' && m.fn.class !== null) {
    const node = add(m, call, { type: 'super', class: classNamed(m, given[0]) ?? m.fn.class })
    return { node, path: { binding: m.fn.self, up: null, key: '' } }
  }
  const [object, key, value] = given
  if (!object || !key || given.some(({ type }) => type === 'keyword_argument' || type === 'list_splat')) return undefined
  if (name === 'getattr') {
    const found = memberOf(m, call, reference(m, object), keyOf(m, key))
    if (value) lower(m, value)
    return found
  }
  if (name !== 'setattr' || !value) return undefined
  const { path } = memberOf(m, call, reference(m, object), keyOf(m, key))
  const made = lower(m, value)
  if (path) store(m, call, path, made)
  return { node: literal(m, call, null), path: null }
}

/** The class that `super(Class, self)` looks behind, where it is one of the file. */
function classNamed(m: Lowering, name: Syntax | undefined): NodeId | undefined {
  const binding = name?.type === 'identifier' ? lookUp(m.scope, name.text) : undefined
  return binding?.kind === 'class' && binding.assignments === 0 ? binding.node : undefined
}

function keyOf(m: Lowering, key: Syntax): string | NodeId {
  const id = lower(m, key)
  const node = nodeOf(m, id)
  return node.type === 'literal' && typeof node.value === 'string' ? node.value : id
}

/** `super().__init__(…)` and `Base.__init__(self, …)`: the constructor of the base class, run on the receiver. */
function initialiseBase(m: Lowering, call: Syntax, callee: Reference, args: readonly Argument[]): NodeId | undefined {
  const member = nodeOf(m, callee.node)
  if (member.type !== 'member' || m.fn.class === null) return undefined
  const self: Binding = m.fn.self
  const path: Path = { binding: self, up: null, key: '' }
  if (nodeOf(m, member.object).type === 'super') return finish(m, call, member.object, args, path, true)
  const [first, ...rest] = args
  if (!first || first.reference.path?.up !== null || first.reference.path?.binding !== self || read(m, call, self) !== first.reference.node)
    return undefined
  return finish(m, call, add(m, call, { type: 'super', class: m.fn.class }), rest, path, true)
}
