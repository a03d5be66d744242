import type { ts } from 'ts-morph'
import type { NodeId } from '../../graph/graph.js'
import { declaredValue } from '../flow/declared.js'
import { deepest, literal, operator, spanOf, unknown } from '../flow/flow.js'
import { addYielded } from '../flow/functions.js'
import { lowerNew } from './calls.js'
import { reference } from './chains.js'
import { lowerClass } from './classes.js'
import { dispatcher } from './dispatch.js'
import { lowerFunction } from './functions.js'
import { lowerJsx } from './jsx.js'
import type { Lowering } from './lowering.js'
import { lowerArray, lowerObject } from './objects.js'
import { lowerBinary, lowerConditional, lowerDelete, lowerStep, lowerUnary } from './operators.js'
import { tsc } from './parse.js'
import { bare, isFunctionValue } from './syntax.js'

/** Lowers an expression to the node of its value. */
export function lower(m: Lowering, expression: ts.Expression): NodeId {
  if (m.depth > deepest) return unknown(m, expression, 'the expression is nested too deeply')
  m.depth++
  const node = handle(m, expression) ?? opaque(m, expression, 'syntax of this kind is not followed')
  m.depth--
  return node
}

/** The same, for a value that gets a name where it is made. */
export function lowerNamed(m: Lowering, expression: ts.Expression, name: string | null, prefix: string | null = m.fn.qualified): NodeId {
  const says = m.said.get(expression)
  const node = unsaid(m, expression, name, prefix)
  return says === undefined || isFunctionValue(expression) ? node : declaredValue(m, expression, name ?? '', node, says)
}

function unsaid(m: Lowering, expression: ts.Expression, name: string | null, prefix: string | null): NodeId {
  const value = bare(expression)
  if (isFunctionValue(value)) return lowerFunction(m, value, { name, prefix, method: null, hoisted: false, inline: false })
  if (tsc.isClassExpression(value)) return lowerClass(m, value, name)
  if (tsc.isObjectLiteralExpression(value) && m.depth <= deepest) {
    m.depth++
    const node = lowerObject(m, value, name === null ? null : prefix ? `${prefix}.${name}` : name)
    m.depth--
    return node
  }
  return lower(m, expression)
}

export function identifierValue(m: Lowering, name: ts.Identifier): NodeId {
  return reference(m, name).node
}

const followed = (m: Lowering, node: ts.Expression) => reference(m, node).node

const handle = dispatcher<Lowering, NodeId>({
  Identifier: followed,
  ThisKeyword: followed,
  SuperKeyword: followed,
  PropertyAccessExpression: followed,
  ElementAccessExpression: followed,
  CallExpression: followed,
  ParenthesizedExpression: followed,
  AsExpression: followed,
  NonNullExpression: followed,
  AwaitExpression: followed,
  SatisfiesExpression: followed,
  TypeAssertionExpression: followed,
  NewExpression: lowerNew,
  StringLiteral: text,
  NoSubstitutionTemplateLiteral: text,
  NumericLiteral: (m: Lowering, node: ts.NumericLiteral) => literal(m, node, Number(node.text)),
  TrueKeyword: (m: Lowering, node: ts.Node) => literal(m, node, true),
  FalseKeyword: (m: Lowering, node: ts.Node) => literal(m, node, false),
  NullKeyword: (m: Lowering, node: ts.Node) => literal(m, node, null),
  ArrayLiteralExpression: lowerArray,
  ObjectLiteralExpression: (m: Lowering, node: ts.ObjectLiteralExpression) => lowerObject(m, node, null),
  FunctionExpression: functionValue,
  ArrowFunction: functionValue,
  ClassExpression: (m: Lowering, node: ts.ClassExpression) => lowerClass(m, node, null),
  BinaryExpression: lowerBinary,
  ConditionalExpression: lowerConditional,
  PrefixUnaryExpression: lowerUnary,
  PostfixUnaryExpression: lowerStep,
  DeleteExpression: lowerDelete,
  TypeOfExpression: (m: Lowering, node: ts.TypeOfExpression) => operator(m, node, 'typeof', [lower(m, node.expression)]),
  VoidExpression(m: Lowering, node: ts.VoidExpression) {
    lower(m, node.expression)
    return literal(m, node, undefined)
  },
  TemplateExpression: template,
  YieldExpression: yielded,
  BigIntLiteral: (m: Lowering, node: ts.Node) => unknown(m, node, 'it is a big integer'),
  RegularExpressionLiteral: (m: Lowering, node: ts.Node) => unknown(m, node, 'it is a regular expression'),
  TaggedTemplateExpression: (m: Lowering, node: ts.Expression) => opaque(m, node, 'it is a tagged template'),
  MetaProperty: (m: Lowering, node: ts.Node) => unknown(m, node, 'it is a property of the module or the call, such as `import.meta`'),
  JsxElement: (m: Lowering, node: ts.JsxElement) => lowerJsx(m, node, node.openingElement) ?? jsx(m, node),
  JsxSelfClosingElement: (m: Lowering, node: ts.JsxSelfClosingElement) => lowerJsx(m, node, node) ?? jsx(m, node),
  JsxFragment: jsx,
})

function text(m: Lowering, node: ts.StringLiteralLike): NodeId {
  return literal(m, node, node.text)
}

function functionValue(m: Lowering, node: ts.FunctionExpression | ts.ArrowFunction): NodeId {
  const inline = m.scopes.inline.has(node)
  return lowerFunction(m, node, { name: node.name?.text ?? null, prefix: m.fn.qualified, method: null, hoisted: false, inline })
}

function template(m: Lowering, node: ts.TemplateExpression): NodeId {
  const operands = [literal(m, node.head, node.head.text)]
  for (const span of node.templateSpans) operands.push(lower(m, span.expression), literal(m, span.literal, span.literal.text))
  return operator(m, node, '`', operands)
}

function yielded(m: Lowering, node: ts.YieldExpression): NodeId {
  const { expression, asteriskToken } = node
  if (expression) addYielded(m, node, lower(m, expression), spanOf(m, expression), asteriskToken !== undefined)
  return unknown(m, node, 'it is what a generator is resumed with')
}

function jsx(m: Lowering, node: ts.Expression): NodeId {
  return opaque(m, node, 'it is a JSX element')
}

/** A value that is not followed; the expressions inside are, for their calls. */
function opaque(m: Lowering, node: ts.Node, reason: string): NodeId {
  const open: ts.Node[] = []
  const visit = (child: ts.Node) => {
    open.push(child)
  }
  tsc.forEachChild(node, visit)
  open.reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    if (!isPart(next)) {
      if (isExpression(next)) lower(m, next)
      continue
    }
    const length = open.length
    tsc.forEachChild(next, visit)
    open.push(...open.splice(length).reverse())
  }
  return unknown(m, node, reason)
}

/** Syntax of JSX and templates that only holds expressions. */
function isPart(node: ts.Node): boolean {
  return (
    tsc.isJsxOpeningElement(node) ||
    tsc.isJsxClosingElement(node) ||
    tsc.isJsxAttributes(node) ||
    tsc.isJsxAttribute(node) ||
    tsc.isJsxSpreadAttribute(node) ||
    tsc.isJsxExpression(node) ||
    tsc.isTemplateExpression(node) ||
    tsc.isTemplateSpan(node)
  )
}

function isExpression(node: ts.Node): node is ts.Expression {
  return tsc.isExpression(node) && !tsc.isOmittedExpression(node) && node.kind !== tsc.SyntaxKind.JsxText
}
