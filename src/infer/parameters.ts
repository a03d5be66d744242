import type { NodeId, NodeOf } from '../graph/graph.js'
import { byChoice, callersLeft, type PossibleCaller } from './choices.js'
import type { Argument, Context } from './context.js'
import type { Engine } from './engine.js'
import { before } from './steps.js'
import { noted } from './trace.js'
import { asDeclared } from './types.js'
import { isThunk, type Lazy, literal, nothing, type Thunk, union, unknown, type Value } from './value.js'

/** A parameter: the argument of the call under evaluation, or, where the caller is open, of every caller. */
export function evaluateParameter(engine: Engine, node: NodeOf<'parameter'>, ctx: Context): Value {
  return asDeclared(engine, arriving(engine, node, ctx), node.annotation, ctx)
}

function arriving(engine: Engine, node: NodeOf<'parameter'>, ctx: Context): Value {
  const frame = engine.frame(ctx, node.function)
  if (frame.function === node.function && !frame.open) return given(engine, node, frame.args, ctx)
  const found = callersLeft(engine, node.function)
  if (!found) return nothing
  if (found.length > 0)
    return union(found.map((caller) => ({ value: passed(engine, node, caller, ctx), when: caller.when, via: 'callers' as const })))
  const nobody = uncalled(engine, node)
  if (node.fallback === undefined) return nobody
  return union([
    { value: engine.evaluate(node.fallback, ctx), via: 'callers' },
    { value: nobody, via: 'callers' },
  ])
}

function passed(engine: Engine, node: NodeOf<'parameter'>, caller: PossibleCaller, ctx: Context): Value {
  const value = byChoice(engine, caller, () => given(engine, node, caller.args, ctx))
  if (caller.call === null) return value
  return noted(value, { at: engine.graph.place(engine.graph.node(caller.call).span), note: `passed as \`${node.name}\` here` })
}

function given(engine: Engine, node: NodeOf<'parameter'>, args: readonly Argument[], ctx: Context): Value {
  const keyword = args.find((arg) => arg.keyword === node.name)
  if (keyword) return engine.force(keyword.value)
  const flat = positional(engine, args)
  if (node.rest) return { is: 'list', items: flat.items.slice(node.index), open: flat.open }
  const argument = flat.items[node.index]
  const value =
    argument === undefined
      ? flat.open
        ? unknown('it comes from a list that is spread into the call')
        : literal(undefined)
      : engine.force(argument)
  if (node.fallback !== undefined && value.is === 'literal' && value.value === undefined) return engine.evaluate(node.fallback, ctx)
  return value
}

/** Where the argument for a parameter is written, when one call is under evaluation and all before it are plain. */
export function argumentFor(engine: Engine, node: NodeOf<'parameter'>, ctx: Context): Thunk | undefined {
  const frame = engine.frame(ctx, node.function)
  if (frame.function !== node.function || frame.open || node.rest) return undefined
  const args = frame.args.slice(0, node.index + 1)
  const value = args[node.index]?.value
  return value && isThunk(value) && !args.some((arg) => arg.spread || arg.keyword) ? value : undefined
}

/** Arguments by position, with lists that are spread into the call taken apart. */
export function positional(engine: Engine, args: readonly Argument[]): { items: readonly Lazy[]; open: boolean } {
  const items: Lazy[] = []
  for (const arg of args) {
    if (arg.keyword) continue
    if (!arg.spread) {
      items.push(arg.value)
      continue
    }
    const list = engine.force(arg.value)
    if (list.is !== 'list') return { items, open: true }
    items.push(...list.items)
    if (list.open) return { items, open: true }
  }
  return { items, open: false }
}

function uncalled(engine: Engine, { name, function: fn, span: at }: NodeOf<'parameter'>): Value {
  const node = engine.graph.node(fn)
  const called = node.type === 'function' ? (node.definition.qualified ?? node.definition.name) : null
  if (!called) return unknown(`it is parameter \`${name}\` of a function without a name, which nothing here calls`, { at })
  if (!isExported(engine, fn)) return unknown(`it is parameter \`${name}\` of function \`${called}\`, which nothing here calls`, { at })
  const reason = `it is parameter \`${name}\` of exported function \`${called}\`, which nothing here calls`
  return unknown(reason, { at, remedy: `Lint the files that call \`${called}\` in the same run.` })
}

function isExported(engine: Engine, fn: NodeId): boolean {
  const exports = engine.graph.module(engine.graph.node(fn).span.file)?.exports.values() ?? []
  return [...exports].some((id) => before(engine.graph, id, 'alias') === fn)
}
