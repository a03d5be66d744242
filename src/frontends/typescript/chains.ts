import type { ts } from 'ts-morph'
import type { NodeId } from '../../graph/graph.js'
import { lookUp } from '../flow/bindings.js'
import { decisionOn } from '../flow/conditions.js'
import { add, literal, nodeOf, spanOf, unknown } from '../flow/flow.js'
import type { Reference } from '../flow/paths.js'
import { read } from '../flow/variables.js'
import { lowerCall } from './calls.js'
import { lower } from './expressions.js'
import { globalMember, readsGlobalObject } from './global-object.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import { isMember, isTransparent, literalKey } from './syntax.js'

/** Lowers an expression and keeps what it was read from, so that a change of the value can be written back there. */
export function reference(m: Lowering, expression: ts.Expression): Reference {
  // Method chains nest to the left, as deep as they are long: walked in a loop, from the innermost out.
  const links: ts.Expression[] = []
  let step = expression
  while (isTransparent(step) || isMember(step) || tsc.isCallExpression(step)) {
    links.push(step)
    step = step.expression
  }
  let found = root(m, step)
  for (let index = links.length - 1; index >= 0; index--) found = link(m, links[index]!, found)
  return found
}

function root(m: Lowering, expression: ts.Expression): Reference {
  const kind = tsc.SyntaxKind
  if (tsc.isIdentifier(expression)) return identifier(m, expression)
  if (expression.kind === kind.ThisKeyword) return self(m, expression)
  if (expression.kind === kind.SuperKeyword) {
    const receiver = nodeOf(m, read(m, expression, m.fn.self))
    const node = add(m, expression, { type: 'super', class: receiver.type === 'this' ? receiver.class : m.fn.class })
    return { node, path: { binding: m.fn.self, up: null, key: '' } }
  }
  if (expression.kind === kind.ImportKeyword) return { node: unknown(m, expression, 'it is the function that imports'), path: null }
  return { node: lower(m, expression), path: null }
}

function self(m: Lowering, expression: ts.Expression): Reference {
  return { node: read(m, expression, m.fn.self), path: { binding: m.fn.self, up: null, key: '' } }
}

const constants: Readonly<Record<string, number | undefined>> = {
  undefined: undefined,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
}

function identifier(m: Lowering, name: ts.Identifier): Reference {
  const binding = lookUp(m.scope, name.text)
  if (binding) return { node: read(m, name, binding), path: { binding, up: null, key: '' } }
  if (Object.hasOwn(constants, name.text)) return { node: literal(m, name, constants[name.text]), path: null }
  if (name.text === 'arguments' && m.fn.id !== null) return { node: unknown(m, name, 'it is read from `arguments`'), path: null }
  if (name.text === 'exports') return { node: ownModule(m, name), path: null }
  return { node: add(m, name, { type: 'name', module: 'global:', path: [name.text] }), path: null }
}

/** What the module itself exports. */
function ownModule(m: Lowering, syntax: ts.Node): NodeId {
  return add(m, syntax, { type: 'import', specifier: '', name: '*', from: m.file })
}

function link(m: Lowering, expression: ts.Expression, from: Reference): Reference {
  if (tsc.isCallExpression(expression)) return { node: lowerCall(m, expression, from), path: null, chain: from.path?.up ?? from.chain }
  if (!isMember(expression)) return from
  if (tsc.isPropertyAccessExpression(expression)) return memberOf(m, expression, from, expression.name.text)
  return memberOf(m, expression, from, literalKey(expression.argumentExpression) ?? lower(m, expression.argumentExpression))
}

function memberOf(
  m: Lowering,
  syntax: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  from: Reference,
  key: string | NodeId,
): Reference {
  const { node, path, chain } = from
  if (typeof key === 'string' && readsGlobalObject(m, from)) {
    const binding = globalMember(m.scopes, key)
    if (binding) return { node: read(m, syntax, binding), path: { binding, up: null, key: '' } }
    return { node: add(m, syntax, { type: 'name', module: 'global:', path: [key] }), path: null }
  }
  const object = nodeOf(m, node)
  if (object.type === 'name' && object.module === 'global:' && object.path[0] === 'module' && key === 'exports') {
    return { node: ownModule(m, syntax), path: null }
  }
  const optional = tsc.isOptionalChain(syntax) || undefined
  const decides = typeof key === 'string' ? undefined : decisionOn(m, key)
  const written = spanOf(m, syntax.expression)
  const id = add(m, syntax, {
    type: 'member',
    object: node,
    key,
    written,
    ...(optional && { optional }),
    ...(decides !== undefined && { decides }),
  })
  return { node: id, path: path && { binding: path.binding, up: path, key }, chain }
}
