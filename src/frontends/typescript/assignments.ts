import type { ts } from 'ts-morph'
import type { NodeId } from '../../graph/graph.js'
import { lookUp } from '../flow/bindings.js'
import { isLogical, perhaps } from '../flow/branches.js'
import { nodeOf, operator, unknown } from '../flow/flow.js'
import type { Reference } from '../flow/paths.js'
import { store } from '../flow/paths.js'
import { reference } from './chains.js'
import { lower, lowerNamed } from './expressions.js'
import type { Lowering } from './lowering.js'
import { exportTarget } from './modules.js'
import { tsc } from './parse.js'
import { assignPattern } from './patterns.js'
import { bare, isMember, namesIn } from './syntax.js'
import { rootOf } from './targets.js'

export function lowerAssignment(m: Lowering, { left, right }: ts.BinaryExpression): NodeId {
  const target = bare(left)
  if (tsc.isArrayLiteralExpression(target) || tsc.isObjectLiteralExpression(target)) {
    const value = lower(m, right)
    assignPattern(m, target, value)
    return value
  }
  if (tsc.isIdentifier(target)) {
    const value = lowerNamed(m, right, target.text)
    storeTo(m, target, value)
    return value
  }
  const name = tsc.isPropertyAccessExpression(target) ? target.name.text : null
  const exported = exportTarget(m, target)
  const place = exported === undefined ? reference(m, target) : undefined
  const value = lowerNamed(m, right, name)
  noteArguments(m, target)
  if (place) storeIn(m, target, place, value)
  if (exported !== undefined) m.exports.set(exported, value)
  return value
}

/** Stores into a variable or member that stands in a pattern or a loop's head. */
export function storeTo(m: Lowering, target: ts.Expression, value: NodeId): void {
  const place = bare(target)
  if (!tsc.isIdentifier(place) && !isMember(place)) return
  storeIn(m, place, reference(m, place), value)
}

function storeIn(m: Lowering, target: ts.Expression, { node, path }: Reference, value: NodeId): void {
  if (path) {
    store(m, target, path, value)
    return
  }
  let owner = nodeOf(m, node)
  while (owner.type === 'member') owner = nodeOf(m, owner.object)
  if (owner.type === 'name') m.touched.add(owner.path[0]!)
}

/** `x += v`, `x ??= v`. */
export function lowerCompound(m: Lowering, expression: ts.BinaryExpression): NodeId {
  const { node: old, path } = reference(m, expression.left)
  const name = (tsc.tokenToString(expression.operatorToken.kind) ?? '?=').slice(0, -1)
  const evaluate = () => lower(m, expression.right)
  const right = isLogical(name) ? perhaps(m, name, old, evaluate, expression.right) : evaluate()
  const value = operator(m, expression, name, [old, right])
  if (path) store(m, bare(expression.left), path, value)
  return value
}

/** An assignment to `arguments[i]` sets a parameter, or does not, as the mode of the script is. */
function noteArguments(m: Lowering, target: ts.Expression): void {
  const root = rootOf(target)
  const fn = m.fn.syntax as ts.Node
  if (!root || !tsc.isIdentifier(root) || root.text !== 'arguments' || lookUp(m.scope, root.text) || !tsc.isFunctionLike(fn)) return
  for (const parameter of fn.parameters)
    for (const { text } of namesIn(parameter.name as ts.BindingName)) {
      const binding = lookUp(m.scope, text)
      if (binding) m.fn.env.set(binding, unknown(m, target, 'it may be set through `arguments`'))
    }
}
