import type { ts } from 'ts-morph'
import type { Binding, Scope, Scopes } from '../flow/bindings.js'

export type TypeDeclaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.TypeParameterDeclaration | ts.JSDocTypedefTag

/** What the pre-pass found of a script. */
export interface ScriptScopes extends Scopes {
  /** Interfaces, type aliases and type parameters, by the scope that declares them. */
  types: ReadonlyMap<Scope, ReadonlyMap<string, TypeDeclaration>>
  /** Scopes whose variables other scripts see: that of the global object, and the module's own where it is no module. */
  shared: readonly Scope[]
  /** Parameters that are handed the global object. */
  globalObjects: ReadonlySet<Binding>
}

export function lookUpType({ types }: ScriptScopes, scope: Scope, name: string): TypeDeclaration | undefined {
  for (let step: Scope | null = scope; step; step = step.parent) {
    const found = types.get(step)?.get(name)
    if (found) return found
  }
  return undefined
}
