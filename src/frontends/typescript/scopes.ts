import type { ts } from 'ts-morph'
import type { NodeId, VariableId } from '../../graph/graph.js'

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

/** A declared variable. Functions are known by their syntax; the module by its source file. */
export interface Binding {
  name: string
  kind: BindingKind
  /** The function whose variable it is. */
  owner: ts.Node
  /** Given a value where it is declared, and how often elsewhere. */
  initialised: boolean
  assignments: number
  /** Functions that assign it elsewhere than at its declaration. */
  setters: Set<ts.Node>
  /** Something may change in place what it holds. */
  changed: boolean
  /** Holds a function, a class, a primitive or a whole module by its own declaration: calls do not change it. */
  inert: boolean
  /** A value of its declared type. */
  annotation?: NodeId
  /** The function that its declaration makes it. */
  function?: ts.Node
  /** A parameter that is handed the global object. */
  global?: true
  /** Its value at the declaration, once lowered. */
  node?: NodeId
  /** Its entry among the shared variables, once it has one. */
  variable?: VariableId
}

export type TypeDeclaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.TypeParameterDeclaration | ts.JSDocTypedefTag

export interface Scope {
  parent: Scope | null
  names: Map<string, Binding>
  /** Interfaces, type aliases and type parameters. */
  types?: Map<string, TypeDeclaration>
  owner: ts.Node
}

/** What the pre-pass found. */
export interface Scopes {
  /** Scopes by the syntax that opens them. */
  byNode: ReadonlyMap<ts.Node, Scope>
  /** Scopes whose variables other scripts see: that of the global object, and the module's own where it is no module. */
  shared: readonly Scope[]
  /** The receiver of each function that has its own. */
  selves: ReadonlyMap<ts.Node, Binding>
  /** Variables that a loop's body may assign or change. */
  loops: ReadonlyMap<ts.Node, ReadonlySet<Binding>>
  /** Functions written as an argument of a call, or called where they stand. */
  inline: ReadonlySet<ts.Node>
  /** Variables of outer scopes that each function may set or change, itself or through inline functions in it. */
  effects: ReadonlyMap<ts.Node, ReadonlySet<Binding>>
  /** Variables of outer scopes that each function reads and that have not always the same value. */
  reads: ReadonlyMap<ts.Node, ReadonlySet<Binding>>
  /** The variables that each function calls. */
  callees: ReadonlyMap<ts.Node, ReadonlySet<Binding>>
}

export function makeBinding(name: string, kind: BindingKind, owner: ts.Node, initialised: boolean): Binding {
  return { name, kind, owner, initialised, assignments: 0, setters: new Set(), changed: false, inert: false }
}

export function lookUp(scope: Scope, name: string): Binding | undefined {
  for (let step: Scope | null = scope; step; step = step.parent) {
    const found = step.names.get(name)
    if (found) return found
  }
  return undefined
}

export function lookUpType(scope: Scope, name: string): TypeDeclaration | undefined {
  for (let step: Scope | null = scope; step; step = step.parent) {
    const found = step.types?.get(name)
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

export function effectsOf({ effects, reads, callees }: Scopes, fn: ts.Node): Effects {
  const found = { sets: new Set<Binding>(), reads: new Set<Binding>() }
  const seen = new Set<ts.Node>([fn])
  for (const each of seen) {
    for (const binding of effects.get(each) ?? []) found.sets.add(binding)
    for (const binding of reads.get(each) ?? []) if (found.reads.size < mostReads) found.reads.add(binding)
    if (seen.size < mostFunctions) for (const callee of callees.get(each) ?? []) if (callee.function) seen.add(callee.function)
  }
  return found
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
