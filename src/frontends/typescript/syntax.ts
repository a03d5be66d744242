import type { ts } from 'ts-morph'
import { tsc } from './parse.js'

/** Through parentheses, type assertions, `!` and `await`: syntax that hands on its operand. */
export function isTransparent(node: ts.Node): node is ts.ParenthesizedExpression | ts.AsExpression | ts.AwaitExpression {
  const kind = tsc.SyntaxKind
  return (
    node.kind === kind.ParenthesizedExpression ||
    node.kind === kind.AsExpression ||
    node.kind === kind.NonNullExpression ||
    node.kind === kind.AwaitExpression ||
    node.kind === kind.SatisfiesExpression ||
    node.kind === kind.TypeAssertionExpression
  )
}

export function bare(node: ts.Expression): ts.Expression {
  let step = node
  while (isTransparent(step)) step = step.expression
  return step
}

export function isMember(node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return node.kind === tsc.SyntaxKind.PropertyAccessExpression || node.kind === tsc.SyntaxKind.ElementAccessExpression
}

export function isFunctionValue(node: ts.Node): node is ts.FunctionExpression | ts.ArrowFunction {
  return node.kind === tsc.SyntaxKind.FunctionExpression || node.kind === tsc.SyntaxKind.ArrowFunction
}

/** A function with a receiver of its own, or an arrow function. */
export function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  const kind = tsc.SyntaxKind
  return (
    isFunctionValue(node) ||
    node.kind === kind.FunctionDeclaration ||
    node.kind === kind.MethodDeclaration ||
    node.kind === kind.Constructor ||
    node.kind === kind.GetAccessor ||
    node.kind === kind.SetAccessor
  )
}

export function isAssignmentOperator(kind: ts.SyntaxKind): boolean {
  return kind >= tsc.SyntaxKind.FirstAssignment && kind <= tsc.SyntaxKind.LastAssignment
}

export function has(node: ts.Node, modifier: ts.SyntaxKind): boolean {
  const { modifiers } = node as { modifiers?: readonly ts.ModifierLike[] }
  return modifiers?.some((each) => each.kind === modifier) ?? false
}

export function decoratorsOf(node: ts.Node): ts.Decorator[] {
  const { modifiers } = node as { modifiers?: readonly ts.ModifierLike[] }
  return (modifiers?.filter((each) => each.kind === tsc.SyntaxKind.Decorator) ?? []) as ts.Decorator[]
}

/** Types, interfaces and ambient declarations: nothing of them runs. */
export function isTypeOnly(node: ts.Node): boolean {
  const kind = tsc.SyntaxKind
  if (node.kind >= kind.FirstTypeNode && node.kind <= kind.LastTypeNode) return true
  if (node.kind === kind.InterfaceDeclaration || node.kind === kind.TypeAliasDeclaration || node.kind === kind.TypeParameter) return true
  return has(node, kind.DeclareKeyword)
}

/** The text of a key that is written out; undefined when it is computed. */
export function staticKey(node: ts.Node): string | undefined {
  if (tsc.isComputedPropertyName(node)) return staticKey(node.expression)
  if (tsc.isIdentifier(node) || tsc.isPrivateIdentifier(node)) return node.text
  return literalKey(node)
}

/** The same for the index of an element access, where an identifier is a variable. */
export function literalKey(node: ts.Node): string | undefined {
  return tsc.isStringLiteralLike(node) || tsc.isNumericLiteral(node) ? node.text : undefined
}

/** Identifiers that a binding pattern declares. */
export function namesIn(name: ts.BindingName): ts.Identifier[] {
  if (tsc.isIdentifier(name)) return [name]
  const found: ts.Identifier[] = []
  const open: ts.BindingName[] = [name]
  for (let next = open.pop(); next; next = open.pop()) {
    if (tsc.isIdentifier(next)) found.push(next)
    else for (const element of next.elements) if (tsc.isBindingElement(element)) open.push(element.name)
  }
  return found
}

/** Things that a call which gets them does not change: functions, primitives, whole modules. */
export function isInert(initializer: ts.Expression): boolean {
  const value = bare(initializer)
  if (isFunctionValue(value) || tsc.isClassExpression(value) || tsc.isLiteralExpression(value)) return true
  if (!tsc.isCallExpression(value)) return false
  const callee = value.expression
  return callee.kind === tsc.SyntaxKind.ImportKeyword || (tsc.isIdentifier(callee) && callee.text === 'require')
}
