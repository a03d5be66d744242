import type { Condition, NodeId, NodeOf } from '../graph/graph.js'
import { type Context, root } from './context.js'
import { located } from './decisions.js'
import type { Engine } from './engine.js'
import { isThere, truth } from './operators.js'
import { endOfRound } from './rounds.js'
import { union } from './union.js'
import type { Assumption, Lazy, LibraryObject, Value } from './value.js'

/** What a branch leaves: the options whose conditions can hold. A constant decides its branch; an assumption does too. */
export function evaluateMerge(engine: Engine, node: NodeOf<'merge'>, ctx: Context): Value {
  const choices: { value: Value; when: readonly Assumption[]; via: 'branch' }[] = []
  for (const option of node.options) {
    const when: Assumption[] = []
    let possible = true
    for (const condition of option.when) {
      const holds = decide(engine, condition, ctx)
      if (holds === false) possible = false
      else if (holds === undefined && !condition.round) when.push(assumptionOf(engine, condition, ctx))
    }
    if (possible) choices.push({ value: engine.evaluate(option.node, ctx), when, via: 'branch' })
  }
  return union(choices)
}

/** A condition taken for granted in an activation. */
export function assumptionOf(engine: Engine, condition: Condition, ctx: Context): Assumption {
  return { ...located(engine, condition, ctx), value: condition.value }
}

/** What holds where an assumption does not. */
export function negated({ key, value, test }: Assumption): Assumption {
  const flipped = value === 'true' ? 'false' : value === 'false' ? 'true' : value.startsWith('!') ? value.slice(1) : `!${value}`
  return { key, value: flipped, ...(test !== undefined && { test }) }
}

/** True or false when the condition is known to hold or not; undefined when it can go either way. */
export function decide(engine: Engine, condition: Condition, ctx: Context): boolean | undefined {
  for (const value of engine.assumed(located(engine, condition, ctx).key)) {
    const holds = follows(value, condition.value)
    if (holds !== undefined) return holds
  }
  const test = engine.aside(condition.test, ctx)
  return holdsFor(test, condition.value) ?? holdsOfSomething(engine, condition, test, ctx)
}

/** What is there is not `null`, and true unless it is a collection or a number: whether a test for that comes out as it should. */
function holdsOfSomething(engine: Engine, { test: id, value: asked }: Condition, test: Value, ctx: Context): boolean | undefined {
  const forNothing = /^!?(?:null|undefined)$/.test(asked)
  if (!forNothing && (!/^(?:true|false)$/.test(asked) || test.is === 'tensor' || test.is === 'list' || test.is === 'record'))
    return undefined
  return truth(test) && isThere(engine, id, ctx) ? asked === 'true' || asked.startsWith('!') : undefined
}

/** Whether a value that is known decides a condition. */
export function holdsFor(test: Value, value: string): boolean | undefined {
  if (test.is !== 'literal') return undefined
  if (value === 'true' || value === 'false') return Boolean(test.value) === (value === 'true')
  return value.startsWith('!') ? String(test.value) !== value.slice(1) : String(test.value) === value
}

/** Whether a decision that has (or with `!` has not) one value has another. */
function follows(known: string, asked: string): boolean | undefined {
  if (known === asked) return true
  if (known.startsWith('!')) return known.slice(1) === asked ? false : undefined
  return asked.startsWith('!') ? known !== asked.slice(1) : false
}

/**
 * What a loop leaves. An object or a list that the body builds on is taken through the body once; anything else may be
 * the value from before or the one from the body's end.
 */
export function evaluateLoop(engine: Engine, node: NodeOf<'merge'>, id: NodeId, ctx: Context): Value {
  const [before, after] = node.options
  const inside = ctx.function === node.owner
  if (inside && ctx.round) return startOfRound(engine, node, ctx, ctx.round.previous)
  if (inside && ctx.trial !== undefined) return engine.evaluate(ctx.trial === id ? before!.node : id, ctx.outer ?? root)
  const start = engine.evaluate(before!.node, ctx)
  if (!after) return start
  const turned = engine.evaluate(after.node, isChangeable(start) ? trial(engine, node, id, ctx) : ctx)
  if (layersOf(start) && layersOf(turned)) return turned
  // What was made to be filled is what the rounds have put into it.
  if (isBlank(start) && turned.is === 'tensor') return turned
  return union([
    { value: start, via: 'branch' },
    { value: turned, via: 'branch' },
  ])
}

/** A way through a loop's body on which one of its variables still is what it was before the loop. */
function trial(engine: Engine, { owner }: NodeOf<'merge'>, id: NodeId, ctx: Context): Context {
  const made = { function: owner, args: [], self: ctx.self, outer: ctx, caller: ctx.caller, trial: id }
  return engine.enter(`trial:${id}:${ctx.id}`, made) ?? ctx
}

/** What a variable holds when a round begins: of the receiver of a callback, what the run before has left. */
function startOfRound(engine: Engine, { options, owner }: NodeOf<'merge'>, ctx: Context, previous: Context | null): Value {
  const [before, after] = options
  const fn = owner === null ? undefined : engine.graph.node(owner)
  const end = after?.node ?? (fn?.type === 'function' ? fn.definition.thisAtEnd : null)
  return previous && end !== null ? endOfRound(engine, end, previous) : engine.evaluate(before!.node, ctx.outer ?? root)
}

/** Values that a loop's body may build on. */
function isChangeable(value: Value): boolean {
  return layersOf(value) !== undefined || value.is === 'record' || value.is === 'instance' || isBlank(value)
}

function isBlank(value: Value): boolean {
  return value.is === 'tensor' && value.blank === true && value.claims.length === 0
}

function layersOf(value: Value): readonly Lazy[] | undefined {
  if (value.is === 'list') return value.items
  return value.is === 'object' ? (value as LibraryObject).layers : undefined
}
