import type { ts } from 'ts-morph'
import { type Binding, type BindingKind, declare, functionScope, type Scope } from '../flow/bindings.js'
import { noteLoops, resolveEffects } from '../flow/effects.js'
import { entered, looped, nested, selfOf, type Zone } from '../flow/walk.js'
import { dispatcher } from './dispatch.js'
import { globalParameters } from './global-object.js'
import { typedefsIn } from './jsdoc.js'
import { tsc } from './parse.js'
import { type ScriptWalk, startScriptWalk } from './scope-walk.js'
import type { ScriptScopes, TypeDeclaration } from './scopes.js'
import { bare, has, isAssignmentOperator, isFunction, isFunctionValue, isInert, isTypeOnly, namesIn } from './syntax.js'
import { noteWrite, writeTargets } from './writes.js'

/** Finds the scopes of a file, what they declare, and who assigns or changes what. */
export function resolveScopes(source: ts.SourceFile, shared: boolean): ScriptScopes {
  const walk = startScriptWalk(source, shared)
  for (const tag of typedefsIn(source)) declareType(walk, tag)
  for (let node = walk.nodes.pop(); node; node = walk.nodes.pop()) {
    walk.zone = walk.zones.pop()!
    if (!isTypeOnly(node)) visit(walk, node)
    else if (isTypeDeclaration(node)) declareType(walk, node)
  }
  resolveEffects(walk)
  return walk
}

function isTypeDeclaration(node: ts.Node): node is TypeDeclaration {
  return tsc.isInterfaceDeclaration(node) || tsc.isTypeAliasDeclaration(node) || tsc.isTypeParameterDeclaration(node)
}

function declareType({ types, zone }: ScriptWalk, node: TypeDeclaration): void {
  const name = node.name?.text
  if (name === undefined) return
  const known = types.get(zone.scope)
  if (!known) types.set(zone.scope, new Map([[name, node]]))
  else if (!known.has(name)) known.set(name, node)
}

function declareNames(scope: Scope, name: ts.BindingName, kind: BindingKind, initialised: boolean): Binding[] {
  return namesIn(name).map((each) => declare(scope, each.text, kind, initialised))
}

function visit(walk: ScriptWalk, node: ts.Node): void {
  const inner = isFunction(node) ? openFunction(walk, node) : open(walk, node)
  tsc.forEachChild(node, (child) => {
    walk.nodes.push(child)
    walk.zones.push(inner)
  })
}

const opened = (walk: ScriptWalk, node: ts.Node): Zone => nested(walk, walk.zone, node)

const open = (walk: ScriptWalk, node: ts.Node): Zone => zones(walk, node) ?? walk.zone

const zones = dispatcher<ScriptWalk, Zone | undefined>({
  Block: (walk: ScriptWalk, node: ts.Block) => (walk.byNode.has(node) ? undefined : opened(walk, node)),
  CaseBlock: opened,
  ForStatement: loop,
  ForOfStatement: loop,
  ForInStatement: loop,
  WhileStatement: loop,
  DoStatement: loop,
  CatchClause(walk: ScriptWalk, node: ts.CatchClause) {
    const zone = nested(walk, walk.zone, node)
    if (node.variableDeclaration) declareNames(zone.scope, node.variableDeclaration.name, 'catch', true)
    return zone
  },
  VariableDeclarationList: variables,
  ClassDeclaration: classLike,
  ClassExpression: classLike,
  PropertyDeclaration: field,
  ClassStaticBlockDeclaration: (walk: ScriptWalk, node: ts.Node) => ({ ...nested(walk, walk.zone, node), self: selfOf(walk, node) }),
  EnumDeclaration(walk: ScriptWalk, node: ts.EnumDeclaration) {
    declare(walk.zone.scope, node.name.text, 'enum', true)
    const zone = nested(walk, walk.zone, node)
    for (const { name } of node.members) if (tsc.isIdentifier(name)) declare(zone.scope, name.text, 'const', true)
    return zone
  },
  ModuleDeclaration(walk: ScriptWalk, node: ts.ModuleDeclaration) {
    if (tsc.isIdentifier(node.name)) declare(walk.zone.scope, node.name.text, 'namespace', true)
    return nested(walk, walk.zone, node)
  },
  ImportClause: imported,
  NamespaceImport: imported,
  ImportSpecifier: imported,
  ImportEqualsDeclaration: imported,
  BinaryExpression(walk: ScriptWalk, node: ts.BinaryExpression) {
    if (isAssignmentOperator(node.operatorToken.kind)) writeTargets(walk, node.left, walk.zone)
    return undefined
  },
  PrefixUnaryExpression: (walk: ScriptWalk, node: ts.PrefixUnaryExpression) => step(walk, node.operator, node.operand),
  PostfixUnaryExpression: (walk: ScriptWalk, node: ts.PostfixUnaryExpression) => step(walk, node.operator, node.operand),
  DeleteExpression(walk: ScriptWalk, node: ts.DeleteExpression) {
    writeTargets(walk, node.expression, walk.zone)
    return undefined
  },
  Identifier(walk: ScriptWalk, name: ts.Identifier) {
    if (walk.zone.scope.owner !== walk.self.owner) walk.names.push({ name: name.text, zone: walk.zone })
    return undefined
  },
  CallExpression: called,
  NewExpression: called,
})

function openFunction(walk: ScriptWalk, node: ts.FunctionLikeDeclaration): Zone {
  const { zone } = walk
  if (tsc.isFunctionDeclaration(node) && node.name && node.body) declare(zone.scope, node.name.text, 'function', true).function = node
  const sharesThis = walk.inline.has(node) && tsc.isArrowFunction(node)
  const inner = entered(walk, zone, node, sharesThis ? zone.self : selfOf(walk, node))
  const { scope } = inner
  if (node.body) walk.byNode.set(node.body, scope)
  if (tsc.isFunctionExpression(node) && node.name) declare(scope, node.name.text, 'function', true)
  for (const parameter of node.parameters) {
    const bindings = declareNames(scope, parameter.name, 'param', true)
    if (walk.globalParameters.has(parameter)) for (const binding of bindings) walk.globalObjects.add(binding)
  }
  return inner
}

function loop(walk: ScriptWalk, node: ts.Node): Zone {
  const zone = looped(walk, nested(walk, walk.zone, node), node)
  if (tsc.isForOfStatement(node) || tsc.isForInStatement(node)) {
    const { initializer } = node
    if (!tsc.isVariableDeclarationList(initializer)) writeTargets(walk, initializer, zone)
    else if (initializer.flags & tsc.NodeFlags.BlockScoped) {
      for (const { name } of initializer.declarations) declareNames(zone.scope, name, 'let', true)
    }
  }
  return zone
}

function variables(walk: ScriptWalk, list: ts.VariableDeclarationList): undefined {
  const isVar = (list.flags & tsc.NodeFlags.BlockScoped) === 0
  const kind = isVar ? 'var' : list.flags & tsc.NodeFlags.Const ? 'const' : 'let'
  const scope = isVar ? functionScope(walk.zone.scope) : walk.zone.scope
  for (const { name, initializer } of list.declarations) {
    const initialised = initializer !== undefined
    for (const binding of declareNames(scope, name, kind, initialised)) {
      if (initializer && tsc.isIdentifier(name)) binding.inert = isInert(initializer)
      if (initializer && tsc.isIdentifier(name) && isFunctionValue(bare(initializer))) binding.function = bare(initializer)
      if (isVar && initializer) noteLoops(walk.zone, binding)
    }
  }
  return undefined
}

function classLike(walk: ScriptWalk, node: ts.ClassLikeDeclaration): Zone {
  if (tsc.isClassDeclaration(node) && node.name) declare(walk.zone.scope, node.name.text, 'class', true)
  const zone = nested(walk, walk.zone, node)
  if (tsc.isClassExpression(node) && node.name) declare(zone.scope, node.name.text, 'class', true)
  const written = node.members.find((each) => tsc.isConstructorDeclaration(each) && each.body)
  // Field initialisers run in the constructor, or in one that nobody wrote, but do not see its parameters.
  const scope: Scope = { parent: zone.scope, names: new Map(), owner: written ?? node }
  for (const each of node.members) if (tsc.isPropertyDeclaration(each)) walk.byNode.set(each, scope)
  return zone
}

function field(walk: ScriptWalk, node: ts.PropertyDeclaration): Zone | undefined {
  if (has(node, tsc.SyntaxKind.StaticKeyword)) {
    walk.byNode.delete(node)
    return { ...walk.zone, self: selfOf(walk, node) }
  }
  const scope = walk.byNode.get(node)!
  return { scope, self: selfOf(walk, scope.owner), loop: null }
}

function imported(
  walk: ScriptWalk,
  node: ts.ImportClause | ts.NamespaceImport | ts.ImportSpecifier | ts.ImportEqualsDeclaration,
): undefined {
  if (node.name) declare(walk.zone.scope, node.name.text, 'import', true)
  return undefined
}

function step(walk: ScriptWalk, operator: ts.SyntaxKind, operand: ts.Expression): undefined {
  const kind = tsc.SyntaxKind
  if (operator === kind.PlusPlusToken || operator === kind.MinusMinusToken) writeTargets(walk, operand, walk.zone)
  return undefined
}

function called(walk: ScriptWalk, node: ts.CallExpression | ts.NewExpression): undefined {
  const callee = bare(node.expression)
  if (isFunctionValue(callee)) {
    walk.inline.add(callee)
    const given = globalParameters(walk, callee, node.arguments ?? [])
    for (const parameter of given) walk.globalParameters.add(parameter)
  }
  if (tsc.isIdentifier(callee)) walk.calls.push({ name: callee.text, zone: walk.zone })
  if (tsc.isPropertyAccessExpression(callee) || tsc.isElementAccessExpression(callee)) noteWrite(walk, callee.expression, walk.zone, 'call')
  for (const argument of node.arguments ?? []) {
    const value = bare(argument)
    if (isFunctionValue(value)) walk.inline.add(value)
    else noteWrite(walk, value, walk.zone, 'call')
  }
  return undefined
}
