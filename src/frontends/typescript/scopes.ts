import type { ts } from 'ts-morph'
import type { NodeId, VariableId } from '../../graph/graph.js'

export type BindingKind = 'var' | 'let' | 'const' | 'param' | 'catch' | 'function' | 'class' | 'import' | 'enum' | 'namespace' | 'this'

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
  /** Its value at the declaration, once lowered. */
  node?: NodeId
  /** Its entry among the shared variables, once it has one. */
  variable?: VariableId
}

export type TypeDeclaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.TypeParameterDeclaration

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
  /** The receiver of each function that has its own. */
  selves: ReadonlyMap<ts.Node, Binding>
  /** Variables that a loop's body may assign or change. */
  loops: ReadonlyMap<ts.Node, ReadonlySet<Binding>>
  /** Functions written as an argument of a call, or called where they stand. */
  inline: ReadonlySet<ts.Node>
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

/** True when every read gives the value of the declaration, unchanged. */
export function isConstant(binding: Binding): boolean {
  return binding.initialised && binding.assignments === 0 && !binding.changed
}

/** True when calls can change in place what the variable holds. */
export function isChangeable(binding: Binding): boolean {
  return !binding.inert && !['function', 'class', 'import', 'enum', 'namespace'].includes(binding.kind)
}
