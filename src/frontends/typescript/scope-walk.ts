import type { ts } from 'ts-morph'
import { type Binding, makeBinding, type Scope } from '../flow/bindings.js'
import { startWalk, type Walk, type Zone } from '../flow/walk.js'
import type { TypeDeclaration } from './scopes.js'

/** What the walk over a script has found, and where it stands. */
export interface ScriptWalk extends Walk {
  types: Map<Scope, Map<string, TypeDeclaration>>
  /** Parameters that the global object is passed to where their function is called as it stands. */
  globalParameters: Set<ts.Node>
  globalObjects: Set<Binding>
  /** The receiver outside of functions. */
  self: Binding
  globals: Scope
  shared: Scope[]
  /** Still to be visited: a stack, since deep syntax must not become deep recursion. */
  nodes: ts.Node[]
  zones: Zone[]
  zone: Zone
}

/** A walk that stands before the script. */
export function startScriptWalk(source: ts.SourceFile, shared: boolean): ScriptWalk {
  // Its owner is no function, so that no declaration with `var` ends up there.
  const globals: Scope = { parent: null, names: new Map(), owner: source.endOfFileToken }
  const module: Scope = { parent: globals, names: new Map(), owner: source }
  const self = makeBinding('this', 'this', source, true)
  const zone: Zone = { scope: module, self, loop: null }
  return {
    ...startWalk(module, self),
    types: new Map(),
    globalParameters: new Set(),
    globalObjects: new Set(),
    self,
    globals,
    shared: shared ? [globals, module] : [globals],
    nodes: [source],
    zones: [zone],
    zone,
  }
}
