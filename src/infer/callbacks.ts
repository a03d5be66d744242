import type { NodeId, NodeOf } from '../graph/graph.js'
import type { Does } from '../graph/language.js'
import { callFunction } from './calls.js'
import type { Argument, Context } from './context.js'
import type { Engine } from './engine.js'
import { anyItem, valuesOf } from './lists.js'
import { iterated } from './map-methods.js'
import { applyAny } from './objects.js'
import { type Lazy, unknown, type Value } from './value.js'

/** Where a function of the language is called. */
export interface Site {
  engine: Engine
  key: string
  ctx: Context
  event: NodeId
}

/** What a function returns that a method of the language calls. */
export function runCallback(fn: Lazy, args: readonly Lazy[], site: Site, turn = ''): Value {
  const callee = site.engine.force(fn)
  if (callee.is === 'object' || callee.is === 'instance') return applyAny(site.engine, callee, args[0], 'what is called')
  if (callee.is !== 'function') return callee.is === 'unknown' ? callee : unknown('the function that is called here is not known')
  return callFunction(
    site.engine,
    callee,
    args.map((value) => ({ value })),
    `${site.key}:${turn}`,
    site.ctx,
  )
}

/** The arguments with which the language calls a callback that is passed to a method of an array or a promise. */
export function callbackArguments(engine: Engine, call: NodeOf<'call'>, ctx: Context): readonly Argument[] | undefined {
  const { words } = engine.graph
  const callee = engine.graph.node(call.callee)
  if (callee.type === 'name' && isOverItems.has(words.globals.get(callee.path.join('.')))) {
    const over = call.args[1] && iterated(engine, engine.evaluate(call.args[1].node, ctx))
    return [{ value: over?.is === 'list' ? anyItem(engine, over) : unknown('it is an item of a collection whose items are not known') }]
  }
  if (callee.type !== 'member' || typeof callee.key !== 'string') return undefined
  if (words.promises.get(callee.key) === 'passes on') return [{ value: { node: callee.object, ctx } }]
  const does = words.lists.get(callee.key)
  const position = does && itemAt[does]
  if (position === undefined) return undefined
  const over = engine.evaluate(callee.object, ctx)
  const list = over.is === 'record' && over.map ? valuesOf(over) : over
  const item = list.is === 'list' ? anyItem(engine, list) : unknown('it is an item of a collection whose items are not known')
  return position === 0 ? [{ value: item }] : [{ value: unknown('it is the running value of a fold') }, { value: item }]
}

const isOverItems: ReadonlySet<Does | undefined> = new Set(['maps each', 'keeps some'] as const)

/** Where a callback is given the item. */
const itemAt: { readonly [D in Does]?: 0 | 1 } = {
  'maps each': 0,
  'maps each and flattens': 0,
  'runs for each': 0,
  'keeps some': 0,
  'finds one': 0,
  'tests for some': 0,
  'tests for every': 0,
  'folds all': 1,
}
