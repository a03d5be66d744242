import type { ts } from 'ts-morph'
import type { NodeId } from '../../graph/graph.js'
import { conditional, isLogical, logical } from '../flow/branches.js'
import { literal, operator, unnamed } from '../flow/flow.js'
import { store } from '../flow/paths.js'
import { lowerAssignment, lowerCompound } from './assignments.js'
import { reference } from './chains.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import { isAssignmentOperator } from './syntax.js'

/** Binary operators nest to the left, as deep as the sum is long: walked in a loop, from the innermost out. */
export function lowerBinary(m: Lowering, expression: ts.BinaryExpression): NodeId {
  const nested: ts.BinaryExpression[] = []
  let step: ts.Expression = expression
  while (tsc.isBinaryExpression(step) && !isAssignmentOperator(step.operatorToken.kind)) {
    nested.push(step)
    step = step.left
  }
  let value = tsc.isBinaryExpression(step) ? assignment(m, step) : lower(m, step)
  for (let index = nested.length - 1; index >= 0; index--) value = combine(m, nested[index]!, value)
  return value
}

function assignment(m: Lowering, expression: ts.BinaryExpression): NodeId {
  return expression.operatorToken.kind === tsc.SyntaxKind.EqualsToken ? lowerAssignment(m, expression) : lowerCompound(m, expression)
}

function combine(m: Lowering, syntax: ts.BinaryExpression, left: NodeId): NodeId {
  const { right } = syntax
  const { kind } = syntax.operatorToken
  if (kind === tsc.SyntaxKind.CommaToken) return lower(m, right)
  const name = tsc.tokenToString(kind) ?? '?'
  if (!isLogical(name)) return operator(m, syntax, name, [left, lower(m, right)])
  return logical(m, syntax, name, left, () => lower(m, right), right)
}

export function lowerConditional(m: Lowering, syntax: ts.ConditionalExpression): NodeId {
  const { condition, whenTrue, whenFalse } = syntax
  const test = lower(m, condition)
  return conditional(
    m,
    syntax,
    test,
    () => lower(m, whenTrue),
    () => lower(m, whenFalse),
  )
}

export function lowerUnary(m: Lowering, expression: ts.PrefixUnaryExpression): NodeId {
  const name = tsc.tokenToString(expression.operator) ?? '?'
  if (name === '++' || name === '--') return lowerStep(m, expression)
  const operand = lower(m, expression.operand)
  const value = unnamed(m, operand)
  if (name === '-' && m.builder.nodes[operand]!.type === 'literal' && value.type === 'literal' && typeof value.value === 'number') {
    return literal(m, expression, -value.value)
  }
  return operator(m, expression, name, [operand])
}

/** `x++` and its like: the value is that before or after, as written. */
export function lowerStep(m: Lowering, expression: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): NodeId {
  const { node, path } = reference(m, expression.operand)
  const name = expression.operator === tsc.SyntaxKind.PlusPlusToken ? '+' : '-'
  const value = operator(m, expression, name, [node, literal(m, expression, 1)])
  if (path) store(m, expression.operand, path, value)
  return tsc.isPostfixUnaryExpression(expression) ? node : value
}

export function lowerDelete(m: Lowering, { expression }: ts.DeleteExpression): NodeId {
  const { path } = reference(m, expression)
  if (path?.up) store(m, expression, path, literal(m, expression, undefined))
  return literal(m, expression, true)
}
