import { memberTables } from '../contracts/words.js'
import type { NodeOf } from '../graph/graph.js'
import { withoutLayers } from './containers.js'
import type { Engine } from './engine.js'
import { opened } from './fields.js'
import { isLookingOn } from './looking-on.js'
import { type Instance, type Lazy, unknown, type Value } from './value.js'

/** Whether a member is the table of an object's members: what is done to it is done to the object. */
export function isTable({ graph: { words } }: Engine, key: string): boolean {
  return words.members.get(key) === 'members table' || memberTables.has(key)
}

/** An object after a change of its table of members; undefined where the step changes something else. */
export function throughTable(
  engine: Engine,
  object: Value,
  key: string | undefined,
  step: NodeOf<'assigned'>,
  assign: (inner: NodeOf<'assigned'>) => Value,
): Value | undefined {
  if (key === undefined || !isTable(engine, key) || (object.is !== 'instance' && object.is !== 'object')) return undefined
  const inner = engine.graph.node(step.value)
  if (inner.type === 'assigned') return assign({ ...inner, member: true })
  if (inner.type === 'changed' && isLookingOn(engine.graph, inner)) return object
  return object.is === 'instance' ? opened(object, step.span) : withoutLayers(object)
}

/** An instance that is made one of another class. */
export function ofClass(engine: Engine, instance: Instance, cls: Lazy): Value {
  const value = engine.force(cls)
  return value.is === 'class'
    ? { ...instance, class: value.node, ctx: value.ctx }
    : unknown('the class that it is made one of is not known')
}
