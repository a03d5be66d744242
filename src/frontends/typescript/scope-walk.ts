import type { ts } from 'ts-morph'
import { type Binding, makeBinding, type Scope } from './scopes.js'

/** Where the walk stands. */
export interface Zone {
  scope: Scope
  /** The receiver that `this` means here. */
  self: Binding
  loop: Loop | null
}

interface Loop {
  parent: Loop | null
  writes: Set<Binding>
}

export interface Write {
  root: ts.Node
  target: ts.Expression
  zone: Zone
  /** The variable gets another value, or what it holds is changed in place, by assignment or by a call. */
  how: 'assigned' | 'member' | 'call'
}

/** What the walk has found, and where it stands. */
export interface Walk {
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

/** A walk that stands before the file. */
export function startWalk(source: ts.SourceFile, shared: boolean): Walk {
  // Its owner is no function, so that no declaration with `var` ends up there.
  const globals: Scope = { parent: null, names: new Map(), owner: source.endOfFileToken }
  const module: Scope = { parent: globals, names: new Map(), owner: source }
  const self = makeBinding('this', 'this', source, true)
  const zone: Zone = { scope: module, self, loop: null }
  return {
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
}
