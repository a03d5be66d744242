import type { ts } from 'ts-morph'
import { dispatcher } from './dispatch.js'
import { globalMember, globalParameters, memberOfGlobal } from './global-object.js'
import { typedefsIn } from './jsdoc.js'
import { tsc } from './parse.js'
import {
  type Binding,
  type BindingKind,
  effectsOf,
  isChangeable,
  isConstant,
  lookUp,
  makeBinding,
  type Scope,
  type Scopes,
  type TypeDeclaration,
} from './scopes.js'
import { bare, has, isAssignmentOperator, isFunction, isFunctionValue, isInert, isTypeOnly, namesIn } from './syntax.js'
import { rootOf, targetsOf } from './targets.js'

/** Where the walk stands. */
interface Zone {
  scope: Scope
  /** The receiver that `this` means here. */
  self: Binding
  loop: Loop | null
}

interface Loop {
  parent: Loop | null
  writes: Set<Binding>
}

interface Write {
  root: ts.Node
  target: ts.Expression
  zone: Zone
  /** The variable gets another value, or what it holds is changed in place, by assignment or by a call. */
  how: 'assigned' | 'member' | 'call'
}

interface Walk {
  byNode: Map<ts.Node, Scope>
  selves: Map<ts.Node, Binding>
  loops: Map<ts.Node, Set<Binding>>
  inline: Set<ts.Node>
  effects: Map<ts.Node, Set<Binding>>
  reads: Map<ts.Node, Set<Binding>>
  callees: Map<ts.Node, Set<Binding>>
  writes: Write[]
  names: { name: ts.Identifier; zone: Zone }[]
  calls: { name: ts.Identifier; zone: Zone }[]
  /** Parameters that the global object is passed to where their function is called as it stands. */
  globalParameters: Set<ts.Node>
  /** The receiver outside of functions. */
  self: Binding
  globals: Scope
  shared: Scope[]
  /** Still to be visited: a stack, since deep syntax must not become deep recursion. */
  nodes: ts.Node[]
  zones: Zone[]
  zone: Zone
}

/** Finds the scopes of a file, what they declare, and who assigns or changes what. */
export function resolveScopes(source: ts.SourceFile, shared: boolean): Scopes {
  // Its owner is no function, so that no declaration with `var` ends up there.
  const globals: Scope = { parent: null, names: new Map(), owner: source.endOfFileToken }
  const module: Scope = { parent: globals, names: new Map(), owner: source }
  const self = makeBinding('this', 'this', source, true)
  const zone: Zone = { scope: module, self, loop: null }
  const walk: Walk = {
    byNode: new Map([[source, module]]),
    selves: new Map([[source, self]]),
    loops: new Map(),
    inline: new Set(),
    effects: new Map(),
    reads: new Map(),
    callees: new Map(),
    writes: [],
    names: [],
    calls: [],
    globalParameters: new Set(),
    self,
    globals,
    shared: shared ? [globals, module] : [globals],
    nodes: [source],
    zones: [zone],
    zone,
  }
  for (const tag of typedefsIn(source)) declareType(module, tag)
  for (let node = walk.nodes.pop(); node; node = walk.nodes.pop()) {
    walk.zone = walk.zones.pop()!
    if (!isTypeOnly(node)) visit(walk, node)
    else if (isTypeDeclaration(node)) declareType(walk.zone.scope, node)
  }
  for (const write of walk.writes) if (isAssigned(write)) settle(walk, write, 'assigned')
  for (const write of walk.writes) if (!isAssigned(write)) settle(walk, write, write.how)
  for (const { name, zone } of walk.names) settleRead(walk, name, zone)
  for (const { name, zone } of walk.calls) {
    const callee = lookUp(zone.scope, name.text)
    if (callee?.function) for (const fn of around(walk, zone.scope, callee)) addTo(walk.callees, fn, callee)
  }
  for (const { name, zone } of walk.calls) {
    const callee = zone.loop && lookUp(zone.scope, name.text)
    if (callee?.function) for (const binding of effectsOf(walk, callee.function).sets) noteLoops(zone, binding)
  }
  return walk
}

function isTypeDeclaration(node: ts.Node): node is TypeDeclaration {
  return tsc.isInterfaceDeclaration(node) || tsc.isTypeAliasDeclaration(node) || tsc.isTypeParameterDeclaration(node)
}

function declareType(scope: Scope, node: TypeDeclaration): void {
  const name = node.name?.text
  scope.types ??= new Map()
  if (name !== undefined && !scope.types.has(name)) scope.types.set(name, node)
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
  if (tsc.isPropertyAccessExpression(callee) || tsc.isElementAccessExpression(callee)) write(walk, callee.expression, 'call')
  for (const argument of node.arguments ?? []) {
    const value = bare(argument)
    if (isFunctionValue(value)) walk.inline.add(value)
    else write(walk, value, 'call')
  }
  return undefined
}

function writeTargets(walk: Walk, target: ts.Expression): void {
  for (const each of targetsOf(target)) write(walk, each, tsc.isIdentifier(each) ? 'assigned' : 'member')
}

function write(walk: Walk, target: ts.Expression, how: Write['how']): void {
  const root = rootOf(target)
  if (root) walk.writes.push({ root, target, zone: walk.zone, how })
}

/** A variable gets another value: `x = v`, and `window.x = v`. */
function isAssigned({ root, target, zone, how }: Write): boolean {
  return how === 'assigned' || (how === 'member' && memberOfGlobal(root, target, zone.scope)?.whole === true)
}

/** Finds the variable of a write, now that all are declared. */
function settle(walk: Walk, { root, target, zone }: Write, how: Write['how']): void {
  const member = memberOfGlobal(root, target, zone.scope)
  const name = member?.name ?? (tsc.isIdentifier(root) ? root.text : undefined)
  let binding = member ? globalMember(walk, member.name) : name === undefined ? zone.self : lookUp(zone.scope, name)
  if (!binding && how === 'assigned' && name !== undefined && name !== 'exports') {
    // Assigned and nowhere declared: a global of the script.
    binding = makeBinding(name, 'var', walk.self.owner, false)
    walk.globals.names.set(name, binding)
  }
  if (!binding) return
  if (how === 'assigned') {
    binding.assignments++
    binding.setters.add(zone.scope.owner)
  } else if (how === 'member' || isChangeable(binding)) binding.changed = true
  else return
  noteLoops(zone, binding)
  if (binding.kind !== 'this') for (const fn of around(walk, zone.scope, binding)) addTo(walk.effects, fn, binding)
}

function addTo(table: Map<ts.Node, Set<Binding>>, fn: ts.Node, binding: Binding): void {
  const known = table.get(fn)
  if (known) known.add(binding)
  else table.set(fn, new Set([binding]))
}

function settleRead(walk: Walk, name: ts.Identifier, { scope }: Zone): void {
  const binding = lookUp(scope, name.text)
  if (!binding || binding.owner === scope.owner || isConstant(binding)) return
  if (binding.assignments === 0 && !isChangeable(binding)) return
  for (const fn of around(walk, scope, binding)) addTo(walk.reads, fn, binding)
}

/** The function to which a scope belongs, and those around it that run it in place, unless the variable is theirs. */
function* around(walk: Walk, { owner, parent }: Scope, binding: Binding): Generator<ts.Node> {
  let last: ts.Node | undefined
  for (let fn: ts.Node = owner, scope = parent; fn !== binding.owner; scope = scope.parent) {
    if (fn !== last) yield fn
    last = fn
    if (!scope) return
    if (scope.owner !== fn && !walk.inline.has(fn)) return
    fn = scope.owner
  }
}

function noteLoops(zone: Zone, binding: Binding): void {
  for (let step = zone.loop; step && !step.writes.has(binding); step = step.parent) step.writes.add(binding)
}

function functionScope(scope: Scope): Scope {
  let step = scope
  while (step.parent && step.parent.owner === step.owner) step = step.parent
  return step
}

function declareNames(scope: Scope, name: ts.BindingName, kind: BindingKind, initialised: boolean): Binding[] {
  return namesIn(name).map((each) => declare(scope, each.text, kind, initialised))
}

function declare(scope: Scope, name: string, kind: BindingKind, initialised: boolean): Binding {
  const known = scope.names.get(name)
  if (!known) {
    const binding = makeBinding(name, kind, scope.owner, initialised)
    scope.names.set(name, binding)
    return binding
  }
  // Declared twice: two values, whichever runs last. A class or function may share its name with a namespace or a type.
  if (kind === 'var' && initialised) {
    if (known.initialised) known.assignments++
    known.initialised = true
  }
  return known
}
