import { type Binding, type BindingKind, declare, lookUp, makeBinding, type Scope, type Scopes } from '../flow/bindings.js'
import { noteLoops, resolveEffects } from '../flow/effects.js'
import { looped, startWalk, type Walk, type Zone } from '../flow/walk.js'
import { globalNamed, namesSetBy } from './globals.js'
import { methodKind } from './methods.js'
import { parametersOf } from './parameters.js'
import { bare, definitionIn, isComprehension, isFunction, part, parts, type Syntax } from './syntax.js'
import { capturesOf, rootOf, targetsOf, thrownAs } from './targets.js'

/** Finds the scopes of a file, what they declare, and who assigns or changes what. */
export function resolveScopes(module: Syntax): Scopes {
  const scope: Scope = { parent: null, names: new Map(), owner: module }
  const self = makeBinding('this', 'this', module, true)
  const zone: Zone = { scope, self, loop: null }
  const more = { declared: new Map(), classes: new Set<Scope>(), comprehensions: new Set<Scope>(), zone, module: scope }
  const walk: PythonWalk = { ...startWalk(scope, self), ...more }
  const stack = [{ node: module, zone }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    walk.zone = next.zone
    const children: { node: Syntax; zone: Zone }[] = []
    visit(walk, next.node, (node, zone = walk.zone) => children.push({ node, zone }))
    for (const child of children.reverse()) stack.push(child)
  }
  resolveEffects(walk)
  return { ...walk, lasting: true }
}

interface PythonWalk extends Walk {
  /** Names that a function declares `global` or `nonlocal`, by the function. */
  declared: Map<object, ReadonlyMap<string, 'global' | 'nonlocal'>>
  /** Scopes of class bodies, which the functions in them do not see. */
  classes: Set<Scope>
  /** Scopes that hold a comprehension's own names and no others. */
  comprehensions: Set<Scope>
  module: Scope
  /** Where the walk stands. */
  zone: Zone
}

type Enter = (node: Syntax, zone?: Zone) => void

function visit(walk: PythonWalk, node: Syntax, enter: Enter): void {
  const handler = handlers[node.type]
  if (handler) handler(walk, node, enter)
  else for (const child of node.children) enter(child)
}

const handlers: Readonly<Record<string, (walk: PythonWalk, node: Syntax, enter: Enter) => void>> = {
  function_definition: (walk, node, enter) => openFunction(walk, node, node, enter),
  decorated_definition(walk, node, enter) {
    const definition = definitionIn(node)
    for (const child of node.children) if (child !== definition) enter(child)
    if (definition.type === 'function_definition') openFunction(walk, definition, node, enter)
    else enter(definition)
  },
  lambda: (walk, node, enter) => openFunction(walk, node, node, enter),
  class_definition: openClass,
  list_comprehension: comprehension,
  set_comprehension: comprehension,
  dictionary_comprehension: comprehension,
  generator_expression: comprehension,
  for_statement: loop,
  while_statement: loop,
  assignment(walk, node, enter) {
    const [left, right, type] = [part(node, 'left')!, part(node, 'right'), part(node, 'type')]
    if (type) enter(type)
    // A name with a type and no value says nothing at run time.
    if (right) assigned(walk, left, right)
    if (right) enter(right)
    enterTargets(left, enter)
  },
  augmented_assignment(walk, node, enter) {
    assigned(walk, part(node, 'left')!)
    for (const child of node.children) enter(child)
  },
  named_expression(walk, node, enter) {
    bind(walk, part(node, 'name')!.text, 'var')
    enter(part(node, 'value')!)
  },
  as_pattern(walk, node, enter) {
    const alias = part(node, 'alias')
    if (alias) assigned(walk, alias)
    for (const child of node.children) if (child !== alias) enter(child)
  },
  except_clause(walk, node, enter) {
    const alias = thrownAs(node)
    if (alias) assigned(walk, alias)
    for (const child of node.children) if (child !== alias) enter(child)
  },
  delete_statement(walk, node, enter) {
    for (const each of node.children) assigned(walk, each)
    for (const child of node.children) enter(child)
  },
  case_clause(walk, node, enter) {
    for (const child of node.children) {
      if (child.type === 'case_pattern') for (const name of capturesOf(child)) bind(walk, name.text, 'var')
      else enter(child)
    }
  },
  import_statement: imported,
  import_from_statement: imported,
  global_statement: () => {},
  nonlocal_statement: () => {},
  attribute: (_walk, node, enter) => enter(part(node, 'object')!),
  keyword_argument: (_walk, node, enter) => enter(part(node, 'value')!),
  call: called,
  identifier(walk, node) {
    walk.names.push({ name: node.text, zone: walk.zone })
  },
}

/** Items of targets are read, their names are not. */
function enterTargets(target: Syntax, enter: Enter): void {
  for (const each of targetsOf(target)) if (each.type !== 'identifier') for (const child of each.children) enter(child)
}

/** Gives a name of the zone a value: it becomes a variable of the function around, unless that says otherwise. */
function bind(walk: PythonWalk, name: string, kind: BindingKind): Binding | undefined {
  const { zone } = walk
  const scope = bindingScope(walk, zone.scope)
  const told = walk.declared.get(scope.owner)?.get(name)
  // The module's, whatever the functions between call their own.
  if (told === 'global') scope.names.set(name, declare(walk.module, name, 'var', false))
  if (told || scope.owner !== zone.scope.owner) {
    if (!told) declare(scope, name, kind, false)
    walk.writes.push({ zone, how: 'assigned', find: () => lookUp(scope, name) })
    return undefined
  }
  const known = scope.names.get(name)
  if (known && !known.initialised) known.initialised = true
  else if (known && known.kind !== 'param' && known.kind !== 'this') {
    known.assignments++
    // Two definitions under one name: which one is meant depends on when it is read.
    if (known.kind !== kind) known.kind = 'var'
    delete known.function
    known.inert = false
  } else if (known) known.assignments++
  const binding = known ?? declare(scope, name, kind, true)
  noteLoops(zone, binding)
  return binding
}

/** Gives a name of the module a value. */
function bindInModule(walk: PythonWalk, name: string): void {
  if (walk.zone.scope === walk.module) bind(walk, name, 'var')
  else {
    declare(walk.module, name, 'var', false)
    walk.writes.push({ zone: walk.zone, how: 'assigned', find: () => walk.module.names.get(name) })
  }
}

/** Comprehensions have scopes for their own names only. */
function bindingScope(walk: PythonWalk, scope: Scope): Scope {
  let step = scope
  while (walk.comprehensions.has(step) && step.parent) step = step.parent
  return step
}

function assigned(walk: PythonWalk, target: Syntax, value?: Syntax): void {
  for (const each of targetsOf(target)) {
    const global = globalNamed(each)
    if (global !== undefined) bindInModule(walk, global)
    else if (each.type !== 'identifier') noteWrite(walk, each, 'member')
    else {
      const binding = bind(walk, each.text, 'var')
      const given = value && bare(value)
      if (!binding || binding.assignments > 0 || !given || each !== bare(target)) continue
      if (given.type === 'lambda') binding.function = given
      binding.inert = inert.has(given.type)
    }
  }
}

/** Values that no call changes in place. */
const inert = new Set(['lambda', 'integer', 'float', 'string', 'concatenated_string', 'true', 'false', 'none'])

function noteWrite(walk: PythonWalk, target: Syntax, how: 'member' | 'call'): void {
  const root = rootOf(target)
  const { scope } = walk.zone
  if (root) walk.writes.push({ zone: walk.zone, how, find: () => lookUp(scope, root.text) })
}

/** `whole`: the function with its decorators. */
function openFunction(walk: PythonWalk, node: Syntax, whole: Syntax, enter: Enter): void {
  const name = part(node, 'name')
  if (name) {
    const binding = bind(walk, name.text, 'function')
    if (binding?.assignments === 0) binding.function = node
  }
  const { zone } = walk
  const scope: Scope = { parent: visibleFrom(walk, zone.scope), names: new Map(), owner: node }
  walk.byNode.set(node, scope)
  const parameters = parametersOf(node)
  const method = node.type !== 'lambda' && walk.classes.has(zone.scope)
  const self = method ? makeBinding('this', 'this', node, true) : zone.self
  if (method) walk.selves.set(node, self)
  for (const [index, { name: each, kind, fallback, annotation }] of parameters.entries()) {
    if (index === 0 && method && kind === 'plain' && methodKind(whole) !== 'static') scope.names.set(each.text, self)
    else for (const { text } of targetsOf(each)) declare(scope, text, 'param', true)
    if (fallback) enter(fallback)
    if (annotation) enter(annotation)
  }
  const body = part(node, 'body')
  walk.declared.set(node, declaredIn(body))
  const inline = walk.inline.has(node)
  if (body) enter(body, { scope, self, loop: inline ? zone.loop : null })
}

/** A function sees the names of the functions around it, not those of a class's body. */
function visibleFrom(walk: PythonWalk, scope: Scope): Scope {
  let step = scope
  while (walk.classes.has(step) && step.parent) step = step.parent
  return step
}

function declaredIn(body: Syntax | undefined): Map<string, 'global' | 'nonlocal'> {
  const found = new Map<string, 'global' | 'nonlocal'>()
  const open = body ? [body] : []
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'global_statement') for (const { text } of next.children) found.set(text, 'global')
    else if (next.type === 'nonlocal_statement') for (const { text } of next.children) found.set(text, 'nonlocal')
    else if (!isFunction(next) && next.type !== 'class_definition') for (const child of next.children) open.push(child)
  }
  return found
}

function openClass(walk: PythonWalk, node: Syntax, enter: Enter): void {
  bind(walk, part(node, 'name')!.text, 'class')
  for (const child of node.children) if (child.field === 'superclasses') enter(child)
  const { zone } = walk
  const scope: Scope = { parent: visibleFrom(walk, zone.scope), names: new Map(), owner: zone.scope.owner }
  walk.classes.add(scope)
  walk.byNode.set(node, scope)
  const inside: Zone = { ...zone, scope }
  const body = part(node, 'body')
  if (body) enter(body, inside)
}

function comprehension(walk: PythonWalk, node: Syntax, enter: Enter): void {
  const { zone } = walk
  const scope: Scope = { parent: visibleFrom(walk, zone.scope), names: new Map(), owner: node }
  walk.comprehensions.add(scope)
  walk.byNode.set(node, scope)
  walk.inline.add(node)
  const inside: Zone = { ...zone, scope }
  const [first] = node.children.filter(({ type }) => type === 'for_in_clause')
  for (const child of node.children) {
    if (child.type !== 'for_in_clause') {
      enter(child, inside)
      continue
    }
    for (const each of targetsOf(part(child, 'left')!)) if (each.type === 'identifier') declare(scope, each.text, 'param', true)
    // What the first clause goes through is made outside.
    for (const each of parts(child, 'right')) enter(each, child === first ? zone : inside)
  }
}

function loop(walk: PythonWalk, node: Syntax, enter: Enter): void {
  const zone = looped(walk, walk.zone, node)
  const left = part(node, 'left')
  if (left) {
    const outer = walk.zone
    walk.zone = zone
    assigned(walk, left)
    walk.zone = outer
    enterTargets(left, (each) => enter(each, zone))
  }
  for (const child of node.children) if (child !== left) enter(child, child.field === 'right' ? walk.zone : zone)
}

function imported(walk: PythonWalk, node: Syntax): void {
  for (const each of parts(node, 'name')) {
    const alias = part(each, 'alias')
    // `import a.b` brings `a`.
    const name = alias ?? (each.type === 'dotted_name' ? each : part(each, 'name')!).children[0]
    if (name) bind(walk, name.text, 'import')
  }
}

function called(walk: PythonWalk, node: Syntax, enter: Enter): void {
  const callee = bare(part(node, 'function')!)
  const given = part(node, 'arguments')!
  if (callee.type === 'lambda') walk.inline.add(callee)
  if (walk.zone.scope === walk.module) for (const name of namesSetBy(node)) bind(walk, name, 'var')
  if (callee.type === 'identifier') walk.calls.push({ name: callee.text, zone: walk.zone })
  if (callee.type === 'attribute') noteWrite(walk, part(callee, 'object')!, 'call')
  for (const argument of isComprehension(given) ? [] : given.children) {
    const value = bare(argument.type === 'keyword_argument' ? part(argument, 'value')! : argument)
    if (value.type === 'lambda') walk.inline.add(value)
    else noteWrite(walk, value, 'call')
  }
  enter(callee)
  enter(given)
}
