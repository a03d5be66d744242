import type { Element, Entry, NodeId } from '../../graph/graph.js'
import { add, deepest, literal, operator, spanOf, unknown } from '../flow/flow.js'
import { addYielded } from '../flow/functions.js'
import { lowerAssignment, lowerAugmented, storeTo } from './assignments.js'
import { lowerComprehension } from './comprehensions.js'
import { lowerLambda } from './functions.js'
import type { Lowering } from './lowering.js'
import { lowerBinary, lowerBoolean, lowerComparison, lowerConditional, lowerNot, lowerUnary } from './operators.js'
import { reference } from './references.js'
import { bare, numberValue, part, type Syntax, stringValue } from './syntax.js'

/** Lowers an expression to the node of its value. */
export function lower(m: Lowering, expression: Syntax): NodeId {
  if (m.depth > deepest) return unknown(m, expression, 'the expression is nested too deeply')
  m.depth++
  const node = handlers[expression.type]?.(m, expression) ?? opaque(m, expression)
  m.depth--
  return node
}

/** The same, for a value that gets a name where it is made. */
export function lowerNamed(m: Lowering, expression: Syntax, name: string | null): NodeId {
  const value = bare(expression)
  return value.type === 'lambda' && m.depth <= deepest ? lowerLambda(m, value, name) : lower(m, expression)
}

type Handler = (m: Lowering, node: Syntax) => NodeId

const followed: Handler = (m, node) => reference(m, node).node

const handlers: Readonly<Record<string, Handler>> = {
  identifier: followed,
  attribute: followed,
  subscript: followed,
  call: followed,
  parenthesized_expression: followed,
  await: followed,
  string: text,
  concatenated_string: text,
  integer: number,
  float: number,
  true: (m, node) => literal(m, node, true),
  false: (m, node) => literal(m, node, false),
  none: (m, node) => literal(m, node, null),
  ellipsis: (m, node) => literal(m, node, '...'),
  list: lowerSequence,
  tuple: lowerSequence,
  set: lowerSequence,
  expression_list: lowerSequence,
  pattern_list: lowerSequence,
  dictionary: lowerDictionary,
  list_comprehension: lowerComprehension,
  set_comprehension: lowerComprehension,
  dictionary_comprehension: lowerComprehension,
  generator_expression: lowerComprehension,
  lambda: (m, node) => lowerLambda(m, node, null),
  boolean_operator: lowerBoolean,
  binary_operator: lowerBinary,
  comparison_operator: lowerComparison,
  not_operator: lowerNot,
  unary_operator: lowerUnary,
  conditional_expression: lowerConditional,
  named_expression(m, node) {
    const value = lower(m, part(node, 'value')!)
    storeTo(m, part(node, 'name')!, value)
    return value
  },
  assignment: lowerAssignment,
  augmented_assignment: lowerAugmented,
  yield: yielded,
  as_pattern: (m, node) => lower(m, node.children[0]!),
  keyword_argument: (m, node) => lower(m, part(node, 'value')!),
  list_splat: (m, node) => lower(m, node.children[0]!),
  dictionary_splat: (m, node) => lower(m, node.children[0]!),
}

function number(m: Lowering, node: Syntax): NodeId {
  const value = numberValue(node)
  return value === undefined
    ? unknown(m, node, 'it is a complex number')
    : literal(m, node, value, node.type === 'float' ? 'float' : 'integer')
}

function text(m: Lowering, node: Syntax): NodeId {
  const value = stringValue(node)
  if (value !== undefined) return literal(m, node, value)
  const strings = node.type === 'string' ? [node] : node.children
  const operands = strings.flatMap((each) => each.children.flatMap((piece) => pieceOf(m, piece)))
  return operands.length > 0 ? operator(m, node, '`', operands) : unknown(m, node, 'it is a text of bytes')
}

function pieceOf(m: Lowering, piece: Syntax): NodeId[] {
  if (piece.type === 'string_content') return [literal(m, piece, piece.text)]
  const value = piece.type === 'interpolation' ? part(piece, 'expression') : undefined
  return value ? [lower(m, value)] : []
}

function lowerSequence(m: Lowering, node: Syntax): NodeId {
  const items = node.children.map((each): Element => {
    const spread = each.type === 'list_splat'
    const value = lower(m, spread ? each.children[0]! : each)
    return { node: value, span: spanOf(m, each), ...(spread && { spread }) }
  })
  return add(m, node, { type: 'list', items })
}

function lowerDictionary(m: Lowering, node: Syntax): NodeId {
  const entries = node.children.map((each): Entry => {
    if (each.type === 'dictionary_splat') return { key: null, node: lower(m, each.children[0]!), span: spanOf(m, each) }
    const value = part(each, 'value')
    if (each.type !== 'pair' || !value) return { key: null, node: unknown(m, each, 'it does not parse'), span: spanOf(m, each) }
    const key = lowerKey(m, part(each, 'key')!)
    return { key, node: lowerNamed(m, value, typeof key === 'string' ? key : null), span: spanOf(m, value) }
  })
  return add(m, node, { type: 'record', entries, dict: true })
}

/** Key of an entry: its text, or the node of a computed one. */
export function lowerKey(m: Lowering, key: Syntax): string | NodeId {
  const written = stringValue(key) ?? numberValue(key)
  return written === undefined ? lower(m, key) : String(written)
}

/** `yield v`, and `yield from v`, which gives each item of it. */
function yielded(m: Lowering, node: Syntax): NodeId {
  const value = node.children.at(-1)
  const made = value ? lower(m, value) : literal(m, node, null)
  addYielded(m, node, made, spanOf(m, value ?? node), node.children[0]?.type === 'from')
  return unknown(m, node, 'it is what a generator is resumed with')
}

/** A value that is not followed; the expressions inside are, for their calls. */
function opaque(m: Lowering, node: Syntax): NodeId {
  for (const child of node.children) if (child.type in handlers) lower(m, child)
  return unknown(m, node, node.type === 'ERROR' ? 'it does not parse' : 'syntax of this kind is not followed')
}
