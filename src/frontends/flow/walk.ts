import { type Binding, makeBinding, type Scope } from './bindings.js'
import type { Syntax } from './flow.js'

/** What a walk over a file finds: scopes, and which functions and loops do what to which variables. */
export interface Walk {
  byNode: Map<Syntax, Scope>
  selves: Map<Syntax, Binding>
  loops: Map<Syntax, Set<Binding>>
  inline: Set<Syntax>
  effects: Map<Syntax, Set<Binding>>
  reads: Map<Syntax, Set<Binding>>
  callees: Map<Syntax, Set<Binding>>
  writes: Write[]
  /** Names that functions read. */
  names: Use[]
  calls: Use[]
}

/** A walk that stands before the file, of which the scope and the receiver outside of functions are known. */
export function startWalk(scope: Scope, self: Binding): Walk {
  return {
    byNode: new Map([[scope.owner, scope]]),
    selves: new Map([[scope.owner, self]]),
    loops: new Map(),
    inline: new Set(),
    effects: new Map(),
    reads: new Map(),
    callees: new Map(),
    writes: [],
    names: [],
    calls: [],
  }
}

/** Where the walk stands. */
export interface Zone {
  scope: Scope
  /** The receiver here. */
  self: Binding
  loop: Loop | null
}

interface Loop {
  parent: Loop | null
  writes: Set<Binding>
}

export interface Write {
  zone: Zone
  /** The variable gets another value, or what it holds is changed in place, by assignment or by a call. */
  readonly how: 'assigned' | 'member' | 'call'
  /** The variable, asked for when all are declared. */
  find(): Binding | undefined
}

/** A name that is read or called. */
export interface Use {
  zone: Zone
  name: string
}

/** Inside of syntax that opens a scope of its own. */
export function nested(walk: Walk, zone: Zone, syntax: Syntax): Zone {
  const scope: Scope = { parent: zone.scope, names: new Map(), owner: zone.scope.owner }
  walk.byNode.set(syntax, scope)
  return { ...zone, scope }
}

/** Inside of a loop. */
export function looped(walk: Walk, zone: Zone, syntax: Syntax): Zone {
  const writes = new Set<Binding>()
  walk.loops.set(syntax, writes)
  return { ...zone, loop: { parent: zone.loop, writes } }
}

/** Inside of a function. */
export function entered(walk: Walk, zone: Zone, fn: Syntax, self: Binding): Zone {
  const scope: Scope = { parent: zone.scope, names: new Map(), owner: fn }
  walk.byNode.set(fn, scope)
  // An inline function runs as part of the loop around it.
  return { scope, self, loop: walk.inline.has(fn) ? zone.loop : null }
}

/** The receiver of a function, a constructor or the class itself: fields may ask before the constructor is visited. */
export function selfOf(walk: Walk, owner: Syntax): Binding {
  const known = walk.selves.get(owner)
  if (known) return known
  const self = makeBinding('this', 'this', owner, true)
  walk.selves.set(owner, self)
  return self
}
