import type { ts } from 'ts-morph'
import { declare, declareNames, declareType, functionScope } from './declare.js'
import { dispatcher } from './dispatch.js'
import { globalParameters } from './global-object.js'
import { typedefsIn } from './jsdoc.js'
import { tsc } from './parse.js'
import { noteLoops, noteWrite, resolveEffects, writeTargets } from './resolve-effects.js'
import { startWalk, type Walk, type Zone } from './scope-walk.js'
import { type Binding, makeBinding, type Scope, type Scopes, type TypeDeclaration } from './scopes.js'
import { bare, has, isAssignmentOperator, isFunction, isFunctionValue, isInert, isTypeOnly } from './syntax.js'

/** Finds the scopes of a file, what they declare, and who assigns or changes what. */
export function resolveScopes(source: ts.SourceFile, shared: boolean): Scopes {
  const walk = startWalk(source, shared)
  for (const tag of typedefsIn(source)) declareType(walk.zone.scope, tag)
  for (let node = walk.nodes.pop(); node; node = walk.nodes.pop()) {
    walk.zone = walk.zones.pop()!
    if (!isTypeOnly(node)) visit(walk, node)
    else if (isTypeDeclaration(node)) declareType(walk.zone.scope, node)
  }
  resolveEffects(walk)
  return walk
}

function isTypeDeclaration(node: ts.Node): node is TypeDeclaration {
  return tsc.isInterfaceDeclaration(node) || tsc.isTypeAliasDeclaration(node) || tsc.isTypeParameterDeclaration(node)
}

function visit(walk: Walk, node: ts.Node): void {
  const inner = isFunction(node) ? openFunction(walk, node) : open(walk, node)
  tsc.forEachChild(node, (child) => {
    walk.nodes.push(child)
    walk.zones.push(inner)
  })
}

const open = (walk: Walk, node: ts.Node): Zone => zones(walk, node) ?? walk.zone

const zones = dispatcher<Walk, Zone | undefined>({
  Block: (walk: Walk, node: ts.Block) => (walk.byNode.has(node) ? undefined : nested(walk, node)),
  CaseBlock: nested,
  ForStatement: loop,
  ForOfStatement: loop,
  ForInStatement: loop,
  WhileStatement: loop,
  DoStatement: loop,
  CatchClause(walk: Walk, node: ts.CatchClause) {
    const zone = nested(walk, node)
    if (node.variableDeclaration) declareNames(zone.scope, node.variableDeclaration.name, 'catch', true)
    return zone
  },
  VariableDeclarationList: variables,
  ClassDeclaration: classLike,
  ClassExpression: classLike,
  PropertyDeclaration: field,
  ClassStaticBlockDeclaration: (walk: Walk, node: ts.Node) => ({ ...nested(walk, node), self: selfOf(walk, node) }),
  EnumDeclaration(walk: Walk, node: ts.EnumDeclaration) {
    declare(walk.zone.scope, node.name.text, 'enum', true)
    const zone = nested(walk, node)
    for (const { name } of node.members) if (tsc.isIdentifier(name)) declare(zone.scope, name.text, 'const', true)
    return zone
  },
  ModuleDeclaration(walk: Walk, node: ts.ModuleDeclaration) {
    if (tsc.isIdentifier(node.name)) declare(walk.zone.scope, node.name.text, 'namespace', true)
    return nested(walk, node)
  },
  ImportClause: imported,
  NamespaceImport: imported,
  ImportSpecifier: imported,
  ImportEqualsDeclaration: imported,
  BinaryExpression(walk: Walk, node: ts.BinaryExpression) {
    if (isAssignmentOperator(node.operatorToken.kind)) writeTargets(walk, node.left)
    return undefined
  },
  PrefixUnaryExpression: (walk: Walk, node: ts.PrefixUnaryExpression) => step(walk, node.operator, node.operand),
  PostfixUnaryExpression: (walk: Walk, node: ts.PostfixUnaryExpression) => step(walk, node.operator, node.operand),
  DeleteExpression(walk: Walk, node: ts.DeleteExpression) {
    writeTargets(walk, node.expression)
    return undefined
  },
  Identifier(walk: Walk, name: ts.Identifier) {
    if (walk.zone.scope.owner !== walk.self.owner) walk.names.push({ name, zone: walk.zone })
    return undefined
  },
  CallExpression: called,
  NewExpression: called,
})

function nested(walk: Walk, node: ts.Node): Zone {
  const { scope } = walk.zone
  const inner: Scope = { parent: scope, names: new Map(), owner: scope.owner }
  walk.byNode.set(node, inner)
  return { ...walk.zone, scope: inner }
}

function openFunction(walk: Walk, node: ts.FunctionLikeDeclaration): Zone {
  const { zone } = walk
  if (tsc.isFunctionDeclaration(node) && node.name && node.body) declare(zone.scope, node.name.text, 'function', true).function = node
  const scope: Scope = { parent: zone.scope, names: new Map(), owner: node }
  walk.byNode.set(node, scope)
  if (node.body) walk.byNode.set(node.body, scope)
  if (tsc.isFunctionExpression(node) && node.name) declare(scope, node.name.text, 'function', true)
  for (const parameter of node.parameters) {
    const bindings = declareNames(scope, parameter.name, 'param', true)
    if (walk.globalParameters.has(parameter)) for (const binding of bindings) binding.global = true
  }
  const inline = walk.inline.has(node)
  const sharesThis = inline && tsc.isArrowFunction(node)
  const self = sharesThis ? zone.self : selfOf(walk, node)
  // An inline function runs as part of the loop around it.
  return { scope, self, loop: inline ? zone.loop : null }
}

function loop(walk: Walk, node: ts.Node): Zone {
  const writes = new Set<Binding>()
  walk.loops.set(node, writes)
  const zone = { ...nested(walk, node), loop: { parent: walk.zone.loop, writes } }
  if (tsc.isForOfStatement(node) || tsc.isForInStatement(node)) {
    const { initializer } = node
    if (!tsc.isVariableDeclarationList(initializer)) writeTargets({ ...walk, zone }, initializer)
    else if (initializer.flags & tsc.NodeFlags.BlockScoped) {
      for (const { name } of initializer.declarations) declareNames(zone.scope, name, 'let', true)
    }
  }
  return zone
}

function variables(walk: Walk, list: ts.VariableDeclarationList): undefined {
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

function classLike(walk: Walk, node: ts.ClassLikeDeclaration): Zone {
  if (tsc.isClassDeclaration(node) && node.name) declare(walk.zone.scope, node.name.text, 'class', true)
  const zone = nested(walk, node)
  if (tsc.isClassExpression(node) && node.name) declare(zone.scope, node.name.text, 'class', true)
  const written = node.members.find((each) => tsc.isConstructorDeclaration(each) && each.body)
  // Field initialisers run in the constructor, or in one that nobody wrote, but do not see its parameters.
  const scope: Scope = { parent: zone.scope, names: new Map(), owner: written ?? node }
  for (const each of node.members) if (tsc.isPropertyDeclaration(each)) walk.byNode.set(each, scope)
  return zone
}

function field(walk: Walk, node: ts.PropertyDeclaration): Zone | undefined {
  if (has(node, tsc.SyntaxKind.StaticKeyword)) {
    walk.byNode.delete(node)
    return { ...walk.zone, self: selfOf(walk, node) }
  }
  const scope = walk.byNode.get(node)!
  return { scope, self: selfOf(walk, scope.owner), loop: null }
}

/** The receiver of a function, a constructor or the class itself: fields may ask before the constructor is visited. */
function selfOf(walk: Walk, owner: ts.Node): Binding {
  const known = walk.selves.get(owner)
  if (known) return known
  const self = makeBinding('this', 'this', owner, true)
  walk.selves.set(owner, self)
  return self
}

function imported(walk: Walk, node: ts.ImportClause | ts.NamespaceImport | ts.ImportSpecifier | ts.ImportEqualsDeclaration): undefined {
  if (node.name) declare(walk.zone.scope, node.name.text, 'import', true)
  return undefined
}

function step(walk: Walk, operator: ts.SyntaxKind, operand: ts.Expression): undefined {
  const kind = tsc.SyntaxKind
  if (operator === kind.PlusPlusToken || operator === kind.MinusMinusToken) writeTargets(walk, operand)
  return undefined
}

function called(walk: Walk, node: ts.CallExpression | ts.NewExpression): undefined {
  const callee = bare(node.expression)
  if (isFunctionValue(callee)) {
    walk.inline.add(callee)
    const given = globalParameters(callee, node.arguments ?? [], walk.zone.scope, walk.zone.self === walk.self)
    for (const parameter of given) walk.globalParameters.add(parameter)
  }
  if (tsc.isIdentifier(callee)) walk.calls.push({ name: callee, zone: walk.zone })
  if (tsc.isPropertyAccessExpression(callee) || tsc.isElementAccessExpression(callee)) noteWrite(walk, callee.expression, 'call')
  for (const argument of node.arguments ?? []) {
    const value = bare(argument)
    if (isFunctionValue(value)) walk.inline.add(value)
    else noteWrite(walk, value, 'call')
  }
  return undefined
}
