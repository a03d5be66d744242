import type { ts } from 'ts-morph'
import { type Binding, type BindingKind, makeBinding, type Scope, type TypeDeclaration } from './scopes.js'
import { namesIn } from './syntax.js'

export function declare(scope: Scope, name: string, kind: BindingKind, initialised: boolean): Binding {
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

export function declareNames(scope: Scope, name: ts.BindingName, kind: BindingKind, initialised: boolean): Binding[] {
  return namesIn(name).map((each) => declare(scope, each.text, kind, initialised))
}

export function declareType(scope: Scope, node: TypeDeclaration): void {
  const name = node.name?.text
  scope.types ??= new Map()
  if (name !== undefined && !scope.types.has(name)) scope.types.set(name, node)
}

/** The scope in which `var` declares. */
export function functionScope(scope: Scope): Scope {
  let step = scope
  while (step.parent && step.parent.owner === step.owner) step = step.parent
  return step
}
