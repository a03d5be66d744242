import type { Condition, NodeId } from '../graph/graph.js'
import { ancestry, definitionOf } from './classes.js'
import { type Context, root } from './context.js'
import { anyField, stepsThatSet } from './effects.js'
import type { Engine } from './engine.js'
import { argumentFor } from './parameters.js'
import { before } from './steps.js'
import type { Assumption, Thunk } from './value.js'

type Decision = Pick<Condition, 'key' | 'test'>

/**
 * The name of a decision among all activations, and its operand. Those of different activations are different decisions;
 * but one on a parameter is the caller's on what it passes, and one on a field that only constructors set is that of all
 * methods of the object.
 */
export function located(engine: Engine, decision: Decision, ctx: Context): Required<Pick<Assumption, 'key' | 'test'>> {
  const { key, test } = decision
  const about = /^(?:#|this@)(\d+)(\.[\w$]+)?(?=$|\.|==)/.exec(key)
  const id = Number(about?.[1]) as NodeId
  let frame = engine.frame(ctx, engine.graph.node(test).owner)
  if (about?.[2] !== undefined && isAnybody(engine, frame)) {
    const cls = key.startsWith('#') ? receiverClass(engine, id) : id
    if (cls !== undefined && isSettled(engine, cls, about[2].slice(1)))
      return { key: `any ${cls}${about[2]}${key.slice(about[0].length)}`, test }
  }
  const passed = about && key.startsWith('#') ? settledArgument(engine, id, ctx) : undefined
  if (passed) return located(engine, asPassed(engine, key.slice(`#${id}`.length), passed.node), passed.ctx)
  // A decision with a name is the same in all rounds of a loop.
  while (frame.outer && frame.function !== null && engine.graph.node(frame.function).type === 'loop') frame = frame.outer
  return { key: `${frame.id}:${key}`, test }
}

/** Whether the receiver is any object of its class. */
function isAnybody(engine: Engine, { function: fn, open, self }: Context): boolean {
  if (fn === root.function || open) return true
  const receiver = self && engine.force(self)
  return receiver?.is === 'instance' && receiver.made === null
}

/** The class whose receiver a value is, whatever was done to it. */
function receiverClass(engine: Engine, id: NodeId): NodeId | undefined {
  const node = engine.graph.node(before(engine.graph, id, 'assigned', 'changed'))
  return node.type === 'this' && node.class !== null ? node.class : undefined
}

/** Whether no method gives the field another value than constructors gave it. */
function isSettled(engine: Engine, cls: NodeId, field: string): boolean {
  const classes = ancestry(engine, { is: 'class', node: cls, ctx: root })
  return classes.every(({ node }) => {
    const definition = definitionOf(engine, node)
    if (!definition || definition.getters.has(field)) return false
    return [...definition.methods.values(), ...definition.setters.values()].every((fn) => {
      const set = stepsThatSet(engine, fn)
      return !set.has(field) && !set.has(anyField)
    })
  })
}

/** The decision of a caller on what it passes, or on a member of it. */
function asPassed(engine: Engine, rest: string, passed: NodeId): Decision {
  const test = rest.startsWith('.') ? passed : before(engine.graph, passed, 'assigned', 'changed')
  const node = engine.graph.node(test)
  return { key: (node.type === 'captured' ? `$${node.variable}` : `#${test}`) + rest, test }
}

/** What the caller passes for a parameter, where it is one value for all rounds of the caller's loops. */
function settledArgument(engine: Engine, id: NodeId, ctx: Context): Thunk | undefined {
  const node = engine.graph.node(id)
  if (node.type !== 'parameter' || node.fallback !== undefined) return undefined
  const value = argumentFor(engine, node, ctx)
  if (!value) return undefined
  const { owner } = engine.graph.node(value.node)
  return owner !== null && engine.graph.node(owner).type === 'loop' ? undefined : value
}
