import type { ts } from 'ts-morph'
import type { NodeId } from '../../graph/graph.js'
import { add, deepest, unknown, within } from '../flow/flow.js'
import { enterFunction, type FunctionPlace, finishFunction, openReceiver, openYielded } from '../flow/functions.js'
import { current, define } from '../flow/variables.js'
import { valueOfType } from './annotations.js'
import { sayingBefore } from './declared.js'
import { lower, lowerNamed } from './expressions.js'
import { parameterComment, returnComment } from './jsdoc.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import { bindPattern } from './patterns.js'
import { lowerBlock } from './statements.js'
import { decoratorsOf, has } from './syntax.js'

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
  const type = within(m, syntax, () => valueOfType(m, syntax.type ?? returnComment(syntax)))
  const says = tsc.isConstructorDeclaration(syntax) ? undefined : (m.said.get(syntax) ?? sayingBefore(m, syntax, type))
  if (says !== undefined) m.declarations.push({ says, of: id })
  const returns = says ?? type
  finishFunction(m, { ...rest, name: place.name, generator, async: has(syntax, tsc.SyntaxKind.AsyncKeyword), returns })
  m.fn = outer
}

function isGenerator(syntax: FunctionSyntax): boolean {
  return 'asteriskToken' in syntax && syntax.asteriskToken !== undefined
}

/** Inside, a function expression can call itself by its name. */
function bindOwnName(m: Lowering, name: string, id: NodeId): void {
  const binding = m.scope.names.get(name)
  if (binding) define(m, binding, id)
}

function lowerBody(m: Lowering, body: ts.ConciseBody): void {
  if (tsc.isBlock(body)) lowerBlock(m, body.statements)
  else m.fn.returns.push({ node: lower(m, body), when: [] })
}

function lowerParameters(m: Lowering, syntax: FunctionSyntax): NodeId[] {
  return valueParameters(syntax).map((each, index) => {
    for (const decorator of decoratorsOf(each)) lower(m, decorator.expression)
    const type = valueOfType(m, each.type ?? parameterComment(syntax, each, index))
    const says = sayingBefore(m, each, type)
    const annotation = says ?? type
    const fallback = each.initializer && lowerNamed(m, each.initializer, null)
    const name = tsc.isIdentifier(each.name) ? each.name.text : shorten(each.name.getText(m.source))
    const rest = each.dotDotDotToken !== undefined
    const id = add(m, each, { type: 'parameter', function: m.fn.id!, index, rest, name, fallback, annotation })
    if (says !== undefined) m.declarations.push({ says, of: id })
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
  if (binding) define(m, binding, id)
  else bindPattern(m, name, id)
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
