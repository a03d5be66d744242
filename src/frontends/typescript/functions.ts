import type { ts } from 'ts-morph'
import type { FunctionDefinition, NodeId } from '../../graph/graph.js'
import { type Binding, makeBinding } from '../flow/bindings.js'
import { Environment } from '../flow/environment.js'
import { add, deepest, type FunctionContext, nodeOf, pathTo, spanOf, unknown, within } from '../flow/flow.js'
import { merge } from '../flow/joins.js'
import { current, isBlank, recordEnds, valuesAtEnd } from '../flow/variables.js'
import { valueOfType } from './annotations.js'
import { lower, lowerNamed } from './expressions.js'
import { parameterComment, returnComment } from './jsdoc.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import { bindPattern } from './patterns.js'
import { lowerBlock } from './statements.js'
import { decoratorsOf, has } from './syntax.js'

/** What the place of a function says of it. */
export interface FunctionPlace {
  name: string | null
  /** Dotted name of what it is part of. */
  prefix: string | null
  /** The class or record whose method it is. */
  method: NodeId | null
  hoisted: boolean
  inline: boolean
  /** A constructor's fields: given their values before its body, or when the base class has done its part. */
  fields?: () => void
  /** It calls `super(…)`. */
  derived?: boolean
}

export type FunctionSyntax = ts.FunctionLikeDeclaration

/** Lowers a function where it stands. */
export function lowerFunction(m: Lowering, syntax: FunctionSyntax, place: FunctionPlace): NodeId {
  const id = unknown(m, syntax, 'function being made')
  if (m.depth <= deepest) fillFunction(m, syntax, id, place)
  return id
}

/** Lowers a function into a node that had to exist before it. */
export function fillFunction(m: Lowering, syntax: FunctionSyntax, id: NodeId, place: FunctionPlace): void {
  const isArrow = tsc.isArrowFunction(syntax)
  const fn = enterFunction(m, syntax, id, place, isArrow && !place.method ? m.fn.class : place.method)
  const outer = m.fn
  m.fn = fn
  const params = within(m, syntax, () => {
    if (tsc.isFunctionExpression(syntax) && syntax.name) bindOwnName(m, syntax.name.text, id)
    if (place.inline && fn.self === outer.self) openReceiver(m, fn, outer)
    if (isGenerator(syntax)) openYielded(m, fn)
    const nodes = lowerParameters(m, syntax)
    fn.begin = () => {
      fn.begin = null
      for (const [index, each] of valueParameters(syntax).entries()) if (isProperty(each)) lowerProperty(m, each, nodes[index]!)
      place.fields?.()
    }
    if (!place.derived) fn.begin()
    if (syntax.body) lowerBody(m, syntax.body)
    fn.begin?.()
    return nodes
  })
  const rest = { qualified: place.name === null ? null : fn.qualified, params, method: place.method, arrow: isArrow, inline: place.inline }
  const generator = isGenerator(syntax)
  const returns = within(m, syntax, () => valueOfType(m, syntax.type ?? returnComment(syntax)))
  finishFunction(m, { ...rest, name: place.name, generator, async: has(syntax, tsc.SyntaxKind.AsyncKeyword), returns })
  m.fn = outer
}

function isGenerator(syntax: FunctionSyntax): boolean {
  return 'asteriskToken' in syntax && syntax.asteriskToken !== undefined
}

/** A generator fills a list, to which each `yield` adds. */
function openYielded(m: Lowering, fn: FunctionContext): void {
  fn.yielded = makeBinding('yield', 'yield', fn.syntax, true)
  fn.env.set(fn.yielded, add(m, fn.syntax, { type: 'list', items: [] }))
}

/** All that a generator yields; of one without an end, any number of items. */
function yieldedBy(m: Lowering, fn: FunctionContext, values: ReadonlyMap<Binding, NodeId>): NodeId | null {
  const list = fn.yielded && values.get(fn.yielded)
  if (list || fn.yields.length === 0) return list ?? null
  return add(m, fn.syntax, { type: 'list', items: [], every: merge(m, fn.syntax, fn.yields) })
}

/** The context in which a function's body is lowered. */
export function enterFunction(m: Lowering, syntax: ts.Node, id: NodeId, place: FunctionPlace, owner: NodeId | null): FunctionContext {
  const self = m.scopes.selves.get(syntax) ?? m.fn.self
  const sharesThis = self === m.fn.self
  const receiver = sharesThis ? null : m.builder.add({ type: 'this', class: owner, span: spanOf(m, syntax), owner: id })
  const { prefix, name } = place
  return {
    id,
    owner: id,
    syntax,
    parent: m.fn,
    hoisted: place.hoisted,
    inline: place.inline,
    qualified: name === null ? prefix : prefix ? `${prefix}.${name}` : name,
    made: place.hoisted ? [] : pathTo(m.fn),
    env: new Environment(),
    captured: new Map(),
    self,
    class: owner,
    receiver,
    returns: [],
    yields: [],
    yielded: null,
    exits: [],
    begin: null,
    deferred: [],
    frames: [],
    loopStart: null,
  }
}

/** Inside, a function expression can call itself by its name. */
function bindOwnName(m: Lowering, name: string, id: NodeId): void {
  const binding = m.scope.names.get(name)
  if (!binding) return
  m.fn.env.set(binding, id)
  binding.node = id
}

function lowerBody(m: Lowering, body: ts.ConciseBody): void {
  if (tsc.isBlock(body)) lowerBlock(m, body.statements)
  else m.fn.returns.push({ node: lower(m, body), when: [] })
}

function lowerParameters(m: Lowering, syntax: FunctionSyntax): NodeId[] {
  return valueParameters(syntax).map((each, index) => {
    for (const decorator of decoratorsOf(each)) lower(m, decorator.expression)
    const annotation = valueOfType(m, each.type ?? parameterComment(syntax, each, index))
    const fallback = each.initializer && lowerNamed(m, each.initializer, null)
    const name = tsc.isIdentifier(each.name) ? each.name.text : shorten(each.name.getText(m.source))
    const rest = each.dotDotDotToken !== undefined
    const id = add(m, each, { type: 'parameter', function: m.fn.id!, index, rest, name, fallback, annotation })
    bindParameter(m, each, id)
    return id
  })
}

/** `this` as first parameter is a type, not a value. */
function valueParameters({ parameters }: FunctionSyntax): ts.ParameterDeclaration[] {
  return parameters.filter(({ name }) => !(tsc.isIdentifier(name) && name.text === 'this'))
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > 40 ? `${flat.slice(0, 38)}…${flat.slice(-1)}` : flat
}

function bindParameter(m: Lowering, { name }: ts.ParameterDeclaration, id: NodeId): void {
  const binding = tsc.isIdentifier(name) ? m.scope.names.get(name.text) : undefined
  if (!binding) {
    bindPattern(m, name, id)
    return
  }
  m.fn.env.set(binding, id)
  binding.node = id
}

/** `constructor(private units: number)` declares a field as well. */
function isProperty({ modifiers }: ts.ParameterDeclaration): boolean {
  return modifiers?.some((each) => !tsc.isDecorator(each)) ?? false
}

function lowerProperty(m: Lowering, { name }: ts.ParameterDeclaration, value: NodeId): void {
  if (!tsc.isIdentifier(name)) return
  const object = current(m, m.fn, m.fn.self)!
  m.fn.env.set(m.fn.self, add(m, name, { type: 'assigned', object, key: name.text, value }))
}

type Known = Pick<FunctionDefinition, 'name' | 'qualified' | 'params' | 'method' | 'arrow' | 'generator' | 'async' | 'inline' | 'returns'>

/** Fills in the node of the function whose body has been lowered. */
export function finishFunction(m: Lowering, known: Known): void {
  const { fn } = m
  if (!fn.env.dead) fn.exits.push(fn.env.since(0, 0))
  drain(m)
  const values = valuesAtEnd(m, fn)
  recordEnds(m, fn, values)
  const paramsAtEnd = new Map<number, NodeId>()
  for (const [binding, value] of values) {
    const index = binding.node === undefined ? -1 : known.params.indexOf(binding.node)
    if (index >= 0 && reaches(m, value, known.params[index]!)) paramsAtEnd.set(index, value)
  }
  const definition: FunctionDefinition = {
    ...known,
    result: known.generator ? yieldedBy(m, fn, values) : fn.returns.length > 0 ? merge(m, fn.syntax, fn.returns) : null,
    thisAtEnd: values.get(fn.self) ?? null,
    paramsAtEnd,
    enclosing: fn.parent?.owner ?? null,
  }
  m.builder.set(fn.id!, { type: 'function', definition, span: spanOf(m, fn.syntax), owner: fn.parent?.owner ?? null })
  if (fn.inline && fn.parent) flowBack(m, fn, fn.parent, values)
}

/** Lowers the bodies that were put off. */
export function drain(m: Lowering): void {
  for (let next = m.fn.deferred.shift(); next; next = m.fn.deferred.shift()) next()
}

/** True when the value is the parameter's own object, after changes. */
function reaches(m: Lowering, value: NodeId, parameter: NodeId): boolean {
  const seen = new Set<NodeId>()
  const open = [value]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const node = nodeOf(m, id)
    if (node.type === 'assigned' || node.type === 'changed') {
      if (node.object === parameter) return true
      open.push(node.object)
    } else if (node.type === 'merge') for (const option of node.options) open.push(option.node)
    else if (node.type === 'rounds') open.push(node.otherwise)
  }
  return false
}

/** The receiver at the start of a run: an inline arrow function may be run for each item of a list. */
function openReceiver(m: Lowering, fn: FunctionContext, parent: FunctionContext): void {
  const node = current(m, parent, fn.self)!
  fn.env.set(fn.self, add(m, fn.syntax, { type: 'merge', reason: 'loop', options: [{ node, when: [] }] }))
}

/** An inline function runs where it stands, perhaps: what it did to variables around it may have happened. */
function flowBack(m: Lowering, fn: FunctionContext, parent: FunctionContext, values: ReadonlyMap<Binding, NodeId>): void {
  for (const [binding, after] of values) {
    if (binding.owner === fn.syntax || (binding.kind === 'this' && fn.self !== parent.self)) continue
    const before = current(m, parent, binding)
    if (before === undefined || isBlank(m, before) || !isTold(m, after)) continue
    const owner = parent.owner
    const span = spanOf(m, fn.syntax)
    const options = [before, after].map((node) => ({ node, when: [] }))
    // Of a receiver it is taken that the function has run.
    const otherwise = binding.kind === 'this' ? after : m.builder.add({ type: 'merge', reason: 'branch', options, span, owner })
    parent.env.set(binding, m.builder.add({ type: 'rounds', of: fn.id!, before, after, otherwise, span, owner }))
  }
}

/** True unless all that happened is that the object was passed to other functions. */
function isTold(m: Lowering, end: NodeId): boolean {
  let node = nodeOf(m, end)
  while (node.type === 'changed' && node.as !== 'receiver') node = nodeOf(m, node.object)
  return node.type !== 'captured'
}
