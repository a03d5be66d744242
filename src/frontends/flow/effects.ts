import { type Binding, effectsOf, isChangeable, isConstant, lookUp, type Scope } from './bindings.js'
import type { Syntax } from './flow.js'
import type { Use, Walk, Write, Zone } from './walk.js'

/** Finds out which functions and loops set, change, read and call which variables, now that all are declared. */
export function resolveEffects(walk: Walk): void {
  for (const write of walk.writes) if (write.how === 'assigned') settle(walk, write, 'assigned')
  for (const write of walk.writes) if (write.how !== 'assigned') settle(walk, write, write.how)
  for (const use of walk.names) settleRead(walk, use)
  for (const { name, zone } of walk.calls) {
    const callee = lookUp(zone.scope, name)
    if (callee?.function) for (const fn of around(walk, zone.scope, callee)) addTo(walk.callees, fn, callee)
  }
  for (const { name, zone } of walk.calls) {
    const callee = zone.loop && lookUp(zone.scope, name)
    if (callee?.function) for (const binding of effectsOf(walk, callee.function).sets) noteLoops(zone, binding)
  }
}

function settle(walk: Walk, write: Write, how: Write['how']): void {
  const { zone } = write
  const binding = write.find()
  if (!binding) return
  if (how === 'assigned') {
    binding.assignments++
    binding.setters.add(zone.scope.owner)
  } else if (how === 'member' || isChangeable(binding)) binding.changed = true
  else return
  noteLoops(zone, binding)
  if (binding.kind !== 'this') for (const fn of around(walk, zone.scope, binding)) addTo(walk.effects, fn, binding)
}

function settleRead(walk: Walk, { name, zone: { scope } }: Use): void {
  const binding = lookUp(scope, name)
  if (!binding || binding.owner === scope.owner || isConstant(binding)) return
  if (binding.assignments === 0 && !isChangeable(binding)) return
  for (const fn of around(walk, scope, binding)) addTo(walk.reads, fn, binding)
}

function addTo(table: Map<Syntax, Set<Binding>>, fn: Syntax, binding: Binding): void {
  const known = table.get(fn)
  if (known) known.add(binding)
  else table.set(fn, new Set([binding]))
}

/** The function to which a scope belongs, and those around it that run it in place, unless the variable is theirs. */
function* around(walk: Walk, { owner, parent }: Scope, binding: Binding): Generator<Syntax> {
  let last: Syntax | undefined
  for (let fn: Syntax = owner, scope = parent; fn !== binding.owner; scope = scope.parent) {
    if (fn !== last) yield fn
    last = fn
    if (!scope) return
    if (scope.owner !== fn && !walk.inline.has(fn)) return
    fn = scope.owner
  }
}

export function noteLoops(zone: Zone, binding: Binding): void {
  for (let step = zone.loop; step && !step.writes.has(binding); step = step.parent) step.writes.add(binding)
}
