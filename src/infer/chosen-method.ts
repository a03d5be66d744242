import type { Contract } from '../contracts/contract.js'
import { callFunction } from './calls.js'
import type { Argument } from './context.js'
import type { Engine } from './engine.js'
import { memberOf } from './members.js'
import type { Bound, CallSite } from './operations.js'
import { positional } from './parameters.js'
import { mapValue } from './union.js'
import { isEmpty, type Lazy, unknown, type Value } from './value.js'

/** What a model gives whose caller picks the method to run, by name or as a function; undefined where none is picked. */
export function chosenMethod(
  engine: Engine,
  { runs, takes }: Contract,
  receiver: Lazy | undefined,
  options: Bound['options'],
  site: CallSite,
): Value | undefined {
  const given = runs === undefined ? undefined : options.get(runs)
  const chosen = given && engine.force(given)
  if (!chosen || isEmpty(chosen)) return undefined
  const before = takes.filter(({ role }) => role === 'option').length
  const args = positional(engine, site.args).items.slice(before)
  return mapValue(chosen, (one) => {
    const model = receiver ?? unknown('the model is not known')
    const named = one.is === 'literal' ? memberOf(engine, engine.force(model), String(one.value)) : one
    return mapValue(named, (fn) => runMethod(engine, fn, model, args, site))
  })
}

/** A method finds the model as its receiver, any other function as its first argument. */
function runMethod(engine: Engine, fn: Value, model: Lazy, inputs: readonly Lazy[], { key, ctx, event, args }: CallSite): Value {
  if (fn.is !== 'function') return fn.is === 'unknown' ? fn : unknown('the method that runs here is not known')
  const node = engine.graph.node(fn.node)
  const isMethod = node.type === 'function' && node.definition.method !== null
  const own: Argument[] = [...(isMethod ? [] : [model]), ...inputs].map((value) => ({ value }))
  const keywords = args.filter((arg) => arg.keyword !== undefined)
  return callFunction(engine, isMethod ? { ...fn, self: model } : fn, [...own, ...keywords], `${key}:method`, ctx, { event })
}
