import type { Element, NodeId, NodeOf } from '../../graph/graph.js'
import { lookUp } from '../flow/bindings.js'
import { addCall, noteCall, noteEffects } from '../flow/calls.js'
import { decisionOn } from '../flow/conditions.js'
import { type Syntax as Any, add, behindNames, deepest, literal, nodeOf, spanOf, unknown } from '../flow/flow.js'
import { change, type Path, type Reference, store } from '../flow/paths.js'
import { read } from '../flow/variables.js'
import { storeIn } from './assignments.js'
import { isHarmless } from './builtins.js'
import { lowerNamedTuple } from './classes.js'
import { lowerComprehension } from './comprehensions.js'
import { lower } from './expressions.js'
import { lowerLambda } from './functions.js'
import { namesSetBy } from './globals.js'
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
  const tuple = (part(fn, 'attribute') ?? fn).text === 'namedtuple' ? lowerNamedTuple(m, call) : undefined
  if (tuple !== undefined) return { node: tuple, path: null }
  const args = argumentsOf(m, call)
  if (m.fn.id === null) noteGlobals(m, call)
  const called = nodeOf(m, callee.node)
  const based = called.type === 'member' ? callOfBase(m, call, called, args) : undefined
  if (based !== undefined) return { node: based, path: null }
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
  if (m.depth > deepest) return { node: unknown(m, value, 'the expression is nested too deeply'), path: null }
  m.depth++
  const found = plain.type === 'lambda' ? { node: lowerLambda(m, plain, null), path: null } : reference(m, value)
  m.depth--
  return found
}

function finish(m: Lowering, call: Syntax, callee: NodeId, given: readonly Argument[], receiver: Path | null, construct: boolean): NodeId {
  const args = given.map(({ reference: { node }, syntax, spread, keyword }): Element => {
    return { node, span: spanOf(m, syntax), ...(spread && { spread }), ...(keyword !== undefined && { keyword }) }
  })
  const id = addCall(m, call, { callee, args, construct, decides: keyDecision(m, callee, args) })
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
  // What a call puts its result into.
  const out = given.findIndex(({ keyword }) => keyword === 'out')
  const into = given[out]?.reference
  if (into?.path) change(m, call, into.path, into.node, id, out)
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

/** Variables of the module that a call sets by their names. */
function noteGlobals(m: Lowering, call: Syntax): void {
  for (const name of namesSetBy(call))
    storeIn(m, call, lookUp(m.scope, name), unknown(m, call, `\`${name}\` is set by its name, in a text or a table`))
}

/** Calls of the language's own functions that stand for syntax. */
function lowerOwn(m: Lowering, call: Syntax, name: string): Reference | undefined {
  const given = part(call, 'arguments')!.children
  if (name === 'super' && m.fn.class !== null) {
    const node = add(m, call, { type: 'super', class: classNamed(m, given[0]) ?? m.fn.class })
    return { node, path: { binding: m.fn.self, up: null, key: '' } }
  }
  const [object, key, value] = given
  if (name === 'vars' && object && given.length === 1) return memberOf(m, call, reference(m, object), '__dict__')
  if (!object || !key || given.some(({ type }) => type === 'keyword_argument' || type === 'list_splat')) return undefined
  if (name === 'getattr') {
    const found = memberOf(m, call, reference(m, object), keyOf(m, key))
    if (value) lower(m, value)
    return found
  }
  if (name !== 'setattr' || !value) return undefined
  const { path } = memberOf(m, call, reference(m, object), keyOf(m, key))
  const made = lower(m, value)
  if (path) store(m, call, { ...path, member: true }, made)
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

/** `super().__init__(…)`, `Base.__init__(self, …)`, `Base.method(self, …)`: what the base class defines, run on the receiver. */
function callOfBase(m: Lowering, call: Syntax, { object, key }: NodeOf<'member'>, args: readonly Argument[]): NodeId | undefined {
  const { class: cls, self } = m.fn
  if (cls === null) return undefined
  const path: Path = { binding: self, up: null, key: '' }
  const constructs = key === '__init__'
  if (nodeOf(m, object).type === 'super') return constructs ? finish(m, call, object, args, path, true) : undefined
  const [first, ...rest] = args
  const onSelf = first?.reference.path?.up === null && first.reference.path.binding === self && read(m, call, self) === first.reference.node
  if (!onSelf || !(constructs || isBase(m, cls, object))) return undefined
  const base = add(m, call, { type: 'super', class: cls, named: object })
  return finish(m, call, constructs ? base : add(m, call, { type: 'member', object: base, key }), rest, path, constructs)
}

function isBase(m: Lowering, cls: NodeId, value: NodeId): boolean {
  const node = nodeOf(m, cls)
  if (node.type !== 'class') return false
  const { extends: base, mixins = [] } = node.definition
  const meant = behindNames(m, value)
  return [...(base === null ? [] : [base]), ...mixins].some((each) => behindNames(m, each) === meant)
}
