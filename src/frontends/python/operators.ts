import type { NodeId } from '../../graph/graph.js'
import { conditional, isLogical, logical } from '../flow/branches.js'
import { literal, nodeOf, operator, unnamed } from '../flow/flow.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { part, parts, type Syntax } from './syntax.js'

/** The graph's name for an operator. */
function binaryOperator(name: string): string {
  return names[name] ?? name
}

const names: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  '==': '===',
  is: '===',
  '!=': '!==',
  '<>': '!==',
  'is not': '!==',
}

/** Operators nest to the left, as deep as the sum is long: walked in a loop, from the innermost out. */
export function lowerBinary(m: Lowering, node: Syntax): NodeId {
  const nested: Syntax[] = []
  let step = node
  while (step.type === 'binary_operator' || step.type === 'boolean_operator') {
    nested.push(step)
    step = part(step, 'left')!
  }
  let value = lower(m, step)
  for (const each of nested.reverse()) value = combine(m, each, value)
  return value
}

function combine(m: Lowering, node: Syntax, left: NodeId): NodeId {
  const right = part(node, 'right')!
  const sign = part(node, 'operator')!.type
  const name = binaryOperator(sign)
  return isLogical(name) ? logical(m, node, name, left, () => lower(m, right), right) : arithmetic(m, node, sign, [left, lower(m, right)])
}

/** What a sign makes of its operands, which may be tensors. */
export function arithmetic(m: Lowering, node: Syntax, sign: string, operands: readonly NodeId[]): NodeId {
  const id = operator(m, node, binaryOperator(sign), operands)
  m.arithmetic.push(id)
  return id
}

/** `a < b < c` holds when each pair does. */
export function lowerComparison(m: Lowering, node: Syntax): NodeId {
  const signs = parts(node, 'operators')
  const operands = node.children.filter(({ field }) => field !== 'operators').map((each) => lower(m, each))
  let whole: NodeId | undefined
  for (const [index, sign] of signs.entries()) {
    const pair = compared(m, node, sign.type, operands[index]!, operands[index + 1]!)
    whole = whole === undefined ? pair : operator(m, node, '&&', [whole, pair])
  }
  return whole ?? operands[0]!
}

function compared(m: Lowering, node: Syntax, sign: string, left: NodeId, right: NodeId): NodeId {
  if (sign === 'not in') return operator(m, node, '!', [operator(m, node, 'contains', [right, left])])
  if (sign === 'in') return operator(m, node, 'contains', [right, left])
  return operator(m, node, binaryOperator(sign), [left, right])
}

export function lowerNot(m: Lowering, node: Syntax): NodeId {
  return operator(m, node, '!', [lower(m, part(node, 'argument')!)])
}

export function lowerUnary(m: Lowering, node: Syntax): NodeId {
  const operand = lower(m, part(node, 'argument')!)
  const sign = part(node, 'operator')!.type
  const value = unnamed(m, operand)
  if (sign === '-' && nodeOf(m, operand).type === 'literal' && value.type === 'literal' && typeof value.value === 'number')
    return literal(m, node, -value.value, value.numeric)
  return arithmetic(m, node, sign, [operand])
}

/** `a if test else b`. */
export function lowerConditional(m: Lowering, node: Syntax): NodeId {
  const [yes, test, no] = node.children
  return conditional(
    m,
    node,
    lower(m, test!),
    () => lower(m, yes!),
    () => lower(m, no!),
  )
}
