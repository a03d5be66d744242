import type { ts } from 'ts-morph'
import { type Binding, lookUp, type Scope } from '../flow/bindings.js'
import { nodeOf } from '../flow/flow.js'
import type { Reference } from '../flow/paths.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import type { ScriptWalk } from './scope-walk.js'
import type { ScriptScopes } from './scopes.js'
import { bare, isMember, literalKey } from './syntax.js'

/** The global object by the names that it has everywhere. */
const everywhere = new Set(['globalThis', 'window', 'self'])

type Known = Pick<ScriptScopes, 'globalObjects'>

/** Whether the name, in its scope, means the global object. */
function isGlobalObject({ globalObjects }: Known, scope: Scope, name: string): boolean {
  const binding = lookUp(scope, name)
  return binding ? globalObjects.has(binding) : everywhere.has(name)
}

/** Whether a value that was read is the global object: by its name, or as the parameter that a wrapper gives it. */
export function readsGlobalObject(m: Lowering, { node, path }: Reference): boolean {
  if (path) return path.up === null && m.scopes.globalObjects.has(path.binding)
  const object = nodeOf(m, node)
  return object.type === 'name' && object.path.length === 1 && everywhere.has(object.path[0]!)
}

/** Parameters that the global object is passed to, where a function is called as it stands. */
export function globalParameters(
  walk: ScriptWalk,
  { parameters }: ts.SignatureDeclaration,
  args: readonly ts.Expression[],
): ts.ParameterDeclaration[] {
  return parameters.filter((_, index) => args[index] !== undefined && givesGlobalObject(walk, args[index]))
}

/** Whether an expression gives the global object, perhaps after looking where it is to be had. */
function givesGlobalObject(walk: ScriptWalk, expression: ts.Expression): boolean {
  const value = bare(expression)
  if (value.kind === tsc.SyntaxKind.ThisKeyword) return walk.zone.self === walk.self
  if (tsc.isIdentifier(value)) return isGlobalObject(walk, walk.zone.scope, value.text)
  const either = tsc.isConditionalExpression(value)
    ? [value.whenTrue, value.whenFalse]
    : tsc.isBinaryExpression(value)
      ? [value.left, value.right]
      : []
  return either.some((each) => givesGlobalObject(walk, each))
}

/** The variable that is a member of the global object. */
export function globalMember({ shared }: Pick<ScriptScopes, 'shared'>, name: string): Binding | undefined {
  for (const { names } of shared) if (names.has(name)) return names.get(name)
  return undefined
}

/** The global variable that a path from the global object leads through, and whether it is all that the path names. */
export function memberOfGlobal(
  known: Known,
  root: ts.Node,
  target: ts.Expression,
  scope: Scope,
): { name: string; whole: boolean } | undefined {
  if (!tsc.isIdentifier(root) || !isGlobalObject(known, scope, root.text)) return undefined
  let whole = true
  for (let step = bare(target); isMember(step); step = bare(step.expression), whole = false) {
    if (bare(step.expression) !== root) continue
    const name = tsc.isPropertyAccessExpression(step) ? step.name.text : literalKey(step.argumentExpression)
    return name === undefined ? undefined : { name, whole }
  }
  return undefined
}
