import type { ts } from 'ts-morph'
import { tsc } from './parse.js'
import { isMember, isTransparent } from './syntax.js'

/** The identifier or `this` (also as `super`) that a path of members starts from. */
export function rootOf(expression: ts.Node): ts.Node | undefined {
  let step = expression
  while (isTransparent(step) || isMember(step)) step = step.expression
  const kind = tsc.SyntaxKind
  return step.kind === kind.Identifier || step.kind === kind.ThisKeyword || step.kind === kind.SuperKeyword ? step : undefined
}

/** The variables and members that an assignment to the expression sets: several when it is a pattern. */
export function targetsOf(target: ts.Expression): ts.Expression[] {
  const found: ts.Expression[] = []
  const open: ts.Expression[] = [target]
  for (let next = open.pop(); next; next = open.pop()) {
    if (isTransparent(next)) open.push(next.expression)
    else if (tsc.isArrayLiteralExpression(next)) open.push(...next.elements)
    else if (tsc.isObjectLiteralExpression(next)) for (const each of next.properties) open.push(...propertyTargets(each))
    else if (tsc.isSpreadElement(next)) open.push(next.expression)
    else if (tsc.isBinaryExpression(next) && next !== target) open.push(next.left)
    else if (tsc.isIdentifier(next) || isMember(next)) found.push(next)
  }
  return found
}

function propertyTargets(property: ts.ObjectLiteralElementLike): ts.Expression[] {
  if (tsc.isShorthandPropertyAssignment(property)) return [property.name]
  if (tsc.isPropertyAssignment(property)) return [property.initializer]
  return tsc.isSpreadAssignment(property) ? [property.expression] : []
}
