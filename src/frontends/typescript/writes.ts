import type { ts } from 'ts-morph'
import { type Binding, lookUp, makeBinding } from '../flow/bindings.js'
import type { Write, Zone } from '../flow/walk.js'
import { globalMember, memberOfGlobal } from './global-object.js'
import { tsc } from './parse.js'
import type { ScriptWalk } from './scope-walk.js'
import { rootOf, targetsOf } from './targets.js'

export function writeTargets(walk: ScriptWalk, target: ts.Expression, zone: Zone): void {
  for (const each of targetsOf(target)) noteWrite(walk, each, zone, tsc.isIdentifier(each) ? 'assigned' : 'member')
}

export function noteWrite(walk: ScriptWalk, target: ts.Expression, zone: Zone, written: Write['how']): void {
  const root = rootOf(target)
  if (!root) return
  // Which names mean the global object is known when all are declared, and is not the same once one of them is assigned.
  const how = () => (written === 'member' && memberOfGlobal(walk, root, target, zone.scope)?.whole ? 'assigned' : written)
  walk.writes.push({
    zone,
    get how() {
      return how()
    },
    find: () => variableOf(walk, root, target, zone, how()),
  })
}

/** The variable of a write: `x = v`, and `window.x = v`. */
function variableOf(walk: ScriptWalk, root: ts.Node, target: ts.Expression, zone: Zone, how: Write['how']): Binding | undefined {
  const member = memberOfGlobal(walk, root, target, zone.scope)
  const name = member?.name ?? (tsc.isIdentifier(root) ? root.text : undefined)
  const binding = member ? globalMember(walk, member.name) : name === undefined ? zone.self : lookUp(zone.scope, name)
  if (binding || how !== 'assigned' || name === undefined || name === 'exports') return binding
  // Assigned and nowhere declared: a global of the script.
  const global = makeBinding(name, 'var', walk.self.owner, false)
  walk.globals.names.set(name, global)
  return global
}
