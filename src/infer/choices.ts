import type { NodeId, NodeOf } from '../graph/graph.js'
import type { ChosenCaller } from './callers.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { assumptionOf, holdsFor } from './merges.js'
import { union } from './union.js'
import type { Assumption, Value } from './value.js'

/** A caller that may have called a function, and what to assume where its values are looked up. */
export interface PossibleCaller extends ChosenCaller {
  when: readonly Assumption[]
}

/**
 * The callers of a function that the assumptions in force leave: one parameter came from a certain caller, so the others
 * did; a branch was taken, so nobody called who passed what leads to the other. Undefined while callers are being looked for.
 */
export function callersLeft(engine: Engine, fn: NodeId): readonly PossibleCaller[] | undefined {
  const found: readonly ChosenCaller[] | undefined = engine.callers(fn)
  const key = `${ofCaller}${fn}`
  const left = found
    ?.map((caller, index) => ({ ...caller, when: [{ key, value: String(caller.call ?? `-${index}`) }] }))
    .filter((caller) => isLeft(engine, key, caller.when[0]!.value) && isChosen(engine, caller) && takesBranches(engine, fn, caller))
  return left?.length === 1 ? [{ ...left[0]!, when: [] }] : left
}

/** A call or an assignment, and what holds where it is reached. */
type Reached = Pick<NodeOf<'call'>, 'when'>

/**
 * What an answer comes to where a call is reached. An answer that does not depend on the way is looked for once, without
 * regard to it.
 */
export function reachedBy(engine: Engine, call: Reached, chosen: readonly Assumption[], find: () => Value): Value {
  const value = engine.question(find)
  return value.is === 'union' && (call.when || chosen.length > 0) ? assumingAll(engine, call, chosen, find) : value
}

/** The same with further assumptions beside those that hold where the call is reached. */
export function assumingAll(engine: Engine, { when = [] }: Reached, more: readonly Assumption[], find: () => Value): Value {
  const reached = when.flatMap((each) => (each.round ? [] : [assumptionOf(engine, each, root)]))
  return engine.question(() => engine.assuming([...reached, ...more], find))
}

/** What a caller passes: by the choice by which it calls this function and no other. */
export function byChoice(engine: Engine, { chosen = [], undecided }: PossibleCaller, find: () => Value): Value {
  const value = find()
  if (value.is !== 'union') return value
  if (undecided) return crossed(value)
  return chosen.length > 0 ? engine.assuming(chosen, find) : value
}

/** Values of which it is not known which of them meets what was chosen elsewhere. */
export function crossed(value: Value): Value {
  return value.is === 'union' ? union(value.options.map((option) => ({ ...option, via: 'branch' }))) : value
}

/** Whether one caller was chosen, and the values come from callers of another function, which may go with another choice. */
export function fromOtherCallers(value: Value, chosen: readonly Assumption[]): boolean {
  if (value.is !== 'union' || !chosen.some(isOfCaller)) return false
  return value.options.some(({ when }) => when.some((each) => isOfCaller(each) && !chosen.some(({ key }) => key === each.key)))
}

function isChosen(engine: Engine, { chosen = [] }: ChosenCaller): boolean {
  return chosen.every(({ key, value }) => value.split('|').some((each) => isLeft(engine, key, each)))
}

/** Whether it is a choice between the callers of a function. */
export function isOfCaller({ key }: Assumption): boolean {
  return key.startsWith(ofCaller)
}

const ofCaller = 'caller:'

/** Whether the assumptions leave one of several choices. */
export function isLeft(engine: Engine, key: string, value: string): boolean {
  return engine.assumed(key).every((known) => known.split('|').includes(value))
}

/** False when what a caller passes decides a branch of the function otherwise than it is assumed to have gone. */
function takesBranches(engine: Engine, fn: NodeId, caller: PossibleCaller): boolean {
  for (const { test, value } of engine.assumptions()) {
    if (test === undefined || engine.graph.node(test).owner !== fn) continue
    const { args, self } = caller
    const key = `asked:${fn}:${caller.when[0]!.value}`
    const ctx = engine.enter(key, { function: fn, args, outer: root, caller: null, ...(self === undefined ? {} : { self }) })
    if (ctx && holdsFor(engine.evaluate(test, ctx), value) === false) return false
  }
  return true
}
