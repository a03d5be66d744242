import type { NodeId, VariableId } from '../../graph/graph.js'
import type { Syntax } from './flow.js'

export type BindingKind =
  | 'var'
  | 'let'
  | 'const'
  | 'param'
  | 'catch'
  | 'function'
  | 'class'
  | 'import'
  | 'enum'
  | 'namespace'
  | 'this'
  | 'yield'

/** A declared variable. Functions are known by their syntax; the module by that of the whole file. */
export interface Binding {
  name: string
  kind: BindingKind
  /** The function whose variable it is. */
  owner: Syntax
  /** Given a value where it is declared, and how often elsewhere. */
  initialised: boolean
  assignments: number
  /** Functions that assign it elsewhere than at its declaration. */
  setters: Set<Syntax>
  /** Something may change in place what it holds. */
  changed: boolean
  /** Holds a function, a class, a primitive or a whole module by its own declaration: calls do not change it. */
  inert: boolean
  /** A value of its declared type. */
  annotation?: NodeId
  /** The function that its declaration makes it. */
  function?: Syntax
  /** Its value at the declaration, once lowered. */
  node?: NodeId
  /** Its entry among the shared variables, once it has one. */
  variable?: VariableId
}

export interface Scope {
  parent: Scope | null
  names: Map<string, Binding>
  owner: Syntax
}

/** What the pre-pass found. */
export interface Scopes {
  /** Scopes by the syntax that opens them. */
  byNode: ReadonlyMap<Syntax, Scope>
  /** The receiver of each function that has its own. */
  selves: ReadonlyMap<Syntax, Binding>
  /** Variables that a loop's body may assign or change. */
  loops: ReadonlyMap<Syntax, ReadonlySet<Binding>>
  /** Functions written as an argument of a call, or called where they stand. */
  inline: ReadonlySet<Syntax>
  /** Variables of outer scopes that each function may set or change, itself or through inline functions in it. */
  effects: ReadonlyMap<Syntax, ReadonlySet<Binding>>
  /** Variables of outer scopes that each function reads and that have not always the same value. */
  reads: ReadonlyMap<Syntax, ReadonlySet<Binding>>
  /** A variable that a loop's body declares is the same in all its rounds. */
  lasting?: true
  /** The variables that each function calls. */
  callees: ReadonlyMap<Syntax, ReadonlySet<Binding>>
}

export function makeBinding(name: string, kind: BindingKind, owner: Syntax, initialised: boolean): Binding {
  return { name, kind, owner, initialised, assignments: 0, setters: new Set(), changed: false, inert: false }
}

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

/** The scope of the function around, in which `var` declares. */
export function functionScope(scope: Scope): Scope {
  let step = scope
  while (step.parent && step.parent.owner === step.owner) step = step.parent
  return step
}

export function lookUp(scope: Scope, name: string): Binding | undefined {
  for (let step: Scope | null = scope; step; step = step.parent) {
    const found = step.names.get(name)
    if (found) return found
  }
  return undefined
}

/** Functions whose effects one call is believed to have. */
const mostFunctions = 100

const mostReads = 32

/** Variables of outer scopes with which a call of a function has to do, through the functions of the file that it calls too. */
export interface Effects {
  sets: ReadonlySet<Binding>
  reads: ReadonlySet<Binding>
}

export function effectsOf({ effects, reads, callees }: Scopes, fn: Syntax): Effects {
  const found = { sets: new Set<Binding>(), reads: new Set<Binding>() }
  const seen = new Set<Syntax>([fn])
  for (const each of seen) {
    for (const binding of effects.get(each) ?? []) found.sets.add(binding)
    for (const binding of reads.get(each) ?? []) if (found.reads.size < mostReads) found.reads.add(binding)
    if (seen.size < mostFunctions) for (const callee of callees.get(each) ?? []) if (callee.function) seen.add(callee.function)
  }
  return found
}

/** The same, found once for each function: for when the scopes are complete. */
export function rememberedEffects(scopes: Scopes): (fn: Syntax) => Effects {
  const effects = new Map<Syntax, Effects>()
  return (fn) => {
    const known = effects.get(fn) ?? effectsOf(scopes, fn)
    effects.set(fn, known)
    return known
  }
}

/** True when every read gives the value of the declaration, unchanged. */
export function isConstant(binding: Binding): boolean {
  return isAssignedOnce(binding) && !binding.changed
}

export function isAssignedOnce({ initialised, assignments }: Binding): boolean {
  return initialised && assignments === 0
}

/** True when calls can change in place what the variable holds. */
export function isChangeable(binding: Binding): boolean {
  return !binding.inert && !['function', 'class', 'import', 'enum', 'namespace'].includes(binding.kind)
}
