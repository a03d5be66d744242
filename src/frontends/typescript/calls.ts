import type { ts } from 'ts-morph'
import type { Element, NodeId } from '../../graph/graph.js'
import { lookUp } from '../flow/bindings.js'
import { type Argument, addCall, noteCall, noteEffects } from '../flow/calls.js'
import { decisionOn } from '../flow/conditions.js'
import { add, nodeOf, type Syntax, spanOf } from '../flow/flow.js'
import type { Path, Reference } from '../flow/paths.js'
import { reference } from './chains.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { noteAssigned } from './modules.js'
import { tsc } from './parse.js'
import { bare, isMember } from './syntax.js'
import { rootOf } from './targets.js'

/** A call whose callee has been lowered. */
export function lowerCall(m: Lowering, call: ts.CallExpression, callee: Reference): NodeId {
  const expression = bare(call.expression)
  const imported = importedBy(m, call, expression)
  if (imported !== undefined) return imported
  const isSuper = expression.kind === tsc.SyntaxKind.SuperKeyword
  const receiver = receiverOf(expression, callee.path) ?? (isMember(expression) ? (callee.chain ?? null) : null)
  const id = finish(m, call, callee.node, call.arguments, isSuper, receiver)
  noteEffects(m, call, id, functionsOf(m, call))
  if (isSuper) m.fn.begin?.()
  return id
}

export function lowerNew(m: Lowering, call: ts.NewExpression): NodeId {
  return finish(m, call, lower(m, call.expression), call.arguments ?? [], true, null)
}

/** What compiled modules pass `require(…)` through, so that `default` and the module itself are told apart: both are here. */
const interop = new Set(['__importStar', '__importDefault', '_interopRequireWildcard', '_interopRequireDefault'])

function isRequire(m: Lowering, call: ts.Expression): boolean {
  const callee = tsc.isCallExpression(call) ? bare(call.expression) : undefined
  return callee !== undefined && tsc.isIdentifier(callee) && callee.text === 'require' && !lookUp(m.scope, 'require')
}

/** The module of `require('…')` and `import('…')`. */
function importedBy(m: Lowering, call: ts.CallExpression, callee: ts.Expression): NodeId | undefined {
  const first = call.arguments[0]
  if (!first) return undefined
  if (tsc.isIdentifier(callee) && interop.has(callee.text) && isRequire(m, first)) return lower(m, first)
  if (!isRequire(m, call) && callee.kind !== tsc.SyntaxKind.ImportKeyword) return undefined
  const specifier = tsc.isStringLiteralLike(first) ? first.text : lower(m, first)
  if (typeof specifier === 'string') m.imports.add(specifier)
  return add(m, call, { type: 'import', specifier, name: '*', from: m.file })
}

/** What a method call may change: the object before the dot; for `super(…)` and `super.m()` the receiver itself. */
function receiverOf(callee: ts.Expression, path: Path | null): Path | null {
  if (callee.kind === tsc.SyntaxKind.SuperKeyword) return path
  return isMember(callee) ? (path?.up ?? null) : null
}

function finish(
  m: Lowering,
  call: ts.CallExpression | ts.NewExpression,
  callee: NodeId,
  syntax: readonly ts.Expression[],
  construct: boolean,
  receiver: Path | null,
): NodeId {
  const given = syntax.map((each): Argument => {
    const spread = tsc.isSpreadElement(each)
    return { reference: reference(m, spread ? each.expression : each), spread, syntax: each }
  })
  const args = given.map(({ reference: { node }, spread, syntax: at }): Element => {
    const span = spanOf(m, at)
    return spread ? { node, span, spread } : { node, span }
  })
  const id = addCall(m, call, { callee, args, construct, decides: keyDecision(m, callee, args) })
  noteAssigned(m, call, callee, args)
  const called = receiver ? { path: receiver, value: ownerOf(m, callee) } : undefined
  noteCall(m, call, id, called, isHarmless(m, call.expression) ? [] : given)
  return id
}

/** The key that `get` looks something up by decides what it gives, as that of a computed member does. */
function keyDecision(m: Lowering, callee: NodeId, [key, ...others]: readonly Element[]): string | undefined {
  const node = nodeOf(m, callee)
  return node.type === 'member' && node.key === 'get' && key && others.length === 0 ? decisionOn(m, key.node) : undefined
}

/** Functions of the file that the call runs, or is given to run: by their names. */
function functionsOf(m: Lowering, call: ts.CallExpression): Syntax[] {
  return [call.expression, ...call.arguments].flatMap((each) => {
    const name = bare(each)
    const fn = tsc.isIdentifier(name) ? lookUp(m.scope, name.text)?.function : undefined
    return fn ? [fn] : []
  })
}

/** What the method is called on. */
function ownerOf(m: Lowering, callee: NodeId): NodeId {
  const node = m.builder.nodes[callee]!
  return node.type === 'member' ? node.object : callee
}

const harmless = new Set(['console', 'Math', 'JSON', 'Number', 'String', 'Boolean', 'parseInt', 'parseFloat', 'isNaN', 'isFinite'])

/** Functions of the language itself that only look at their arguments. */
function isHarmless(m: Lowering, callee: ts.Expression): boolean {
  const root = rootOf(callee)
  return root !== undefined && tsc.isIdentifier(root) && harmless.has(root.text) && !lookUp(m.scope, root.text)
}
