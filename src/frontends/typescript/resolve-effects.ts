import type { ts } from 'ts-morph'
import { globalMember, memberOfGlobal } from './global-object.js'
import { tsc } from './parse.js'
import type { Walk, Write, Zone } from './scope-walk.js'
import { type Binding, effectsOf, isChangeable, isConstant, lookUp, makeBinding, type Scope } from './scopes.js'
import { rootOf, targetsOf } from './targets.js'

export function writeTargets(walk: Walk, target: ts.Expression): void {
  for (const each of targetsOf(target)) noteWrite(walk, each, tsc.isIdentifier(each) ? 'assigned' : 'member')
}

export function noteWrite(walk: Walk, target: ts.Expression, how: Write['how']): void {
  const root = rootOf(target)
  if (root) walk.writes.push({ root, target, zone: walk.zone, how })
}

/** Finds out which functions and loops set, change, read and call which variables, now that all are declared. */
export function resolveEffects(walk: Walk): void {
  for (const write of walk.writes) if (isAssigned(write)) settle(walk, write, 'assigned')
  for (const write of walk.writes) if (!isAssigned(write)) settle(walk, write, write.how)
  for (const { name, zone } of walk.names) settleRead(walk, name, zone)
  for (const { name, zone } of walk.calls) {
    const callee = lookUp(zone.scope, name.text)
    if (callee?.function) for (const fn of around(walk, zone.scope, callee)) addTo(walk.callees, fn, callee)
  }
  for (const { name, zone } of walk.calls) {
    const callee = zone.loop && lookUp(zone.scope, name.text)
    if (callee?.function) for (const binding of effectsOf(walk, callee.function).sets) noteLoops(zone, binding)
  }
}

/** A variable gets another value: `x = v`, and `window.x = v`. */
function isAssigned({ root, target, zone, how }: Write): boolean {
  return how === 'assigned' || (how === 'member' && memberOfGlobal(root, target, zone.scope)?.whole === true)
}

/** Finds the variable of a write. */
function settle(walk: Walk, { root, target, zone }: Write, how: Write['how']): void {
  const member = memberOfGlobal(root, target, zone.scope)
  const name = member?.name ?? (tsc.isIdentifier(root) ? root.text : undefined)
  let binding = member ? globalMember(walk, member.name) : name === undefined ? zone.self : lookUp(zone.scope, name)
  if (!binding && how === 'assigned' && name !== undefined && name !== 'exports') {
    // Assigned and nowhere declared: a global of the script.
    binding = makeBinding(name, 'var', walk.self.owner, false)
    walk.globals.names.set(name, binding)
  }
  if (!binding) return
  if (how === 'assigned') {
    binding.assignments++
    binding.setters.add(zone.scope.owner)
  } else if (how === 'member' || isChangeable(binding)) binding.changed = true
  else return
  noteLoops(zone, binding)
  if (binding.kind !== 'this') for (const fn of around(walk, zone.scope, binding)) addTo(walk.effects, fn, binding)
}

function settleRead(walk: Walk, name: ts.Identifier, { scope }: Zone): void {
  const binding = lookUp(scope, name.text)
  if (!binding || binding.owner === scope.owner || isConstant(binding)) return
  if (binding.assignments === 0 && !isChangeable(binding)) return
  for (const fn of around(walk, scope, binding)) addTo(walk.reads, fn, binding)
}

function addTo(table: Map<ts.Node, Set<Binding>>, fn: ts.Node, binding: Binding): void {
  const known = table.get(fn)
  if (known) known.add(binding)
  else table.set(fn, new Set([binding]))
}

/** The function to which a scope belongs, and those around it that run it in place, unless the variable is theirs. */
function* around(walk: Walk, { owner, parent }: Scope, binding: Binding): Generator<ts.Node> {
  let last: ts.Node | undefined
  for (let fn: ts.Node = owner, scope = parent; fn !== binding.owner; scope = scope.parent) {
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
