import type { NodeId, NodeOf } from '../graph/graph.js'
import { byChoice, callersLeft, type PossibleCaller } from './choices.js'
import type { Argument, Context } from './context.js'
import { keepsArguments } from './decorators.js'
import type { Engine } from './engine.js'
import { before } from './steps.js'
import { noted } from './trace.js'
import { asDeclared } from './types.js'
import { union } from './union.js'
import { isThunk, type Lazy, literal, nothing, type Thunk, unknown, type Value } from './value.js'

/** A parameter: the argument of the call under evaluation, or, where the caller is open, of every caller. */
export function evaluateParameter(engine: Engine, node: NodeOf<'parameter'>, ctx: Context): Value {
  return asDeclared(engine, arriving(engine, node, ctx), node.annotation, ctx)
}

/** What it is given, whatever is declared of it. */
export function arriving(engine: Engine, node: NodeOf<'parameter'>, ctx: Context): Value {
  const frame = engine.frame(ctx, node.function)
  if (frame.function === node.function && !frame.open) return given(engine, node, frame.args, ctx)
  if (!keepsArguments(engine, node.function, ctx)) return unknown(`a decorator decides what \`${node.name}\` is given`, { at: node.span })
  const found = callersLeft(engine, node.function)
  if (!found) return nothing
  if (found.length > 0)
    return union(found.map((caller) => ({ value: passed(engine, node, caller, ctx), when: caller.when, via: 'callers' as const })))
  const nobody = uncalled(engine, node)
  if (node.fallback === undefined) return nobody
  return union([
    { value: fallbackOf(engine, node, node.fallback, ctx), via: 'callers' },
    { value: nobody, via: 'callers' },
  ])
}

function passed(engine: Engine, node: NodeOf<'parameter'>, caller: PossibleCaller, ctx: Context): Value {
  if (caller.unknown) return caller.unknown
  const value = byChoice(engine, caller, () => given(engine, node, caller.args, ctx))
  if (caller.call === null) return value
  return noted(value, { at: engine.graph.place(engine.graph.node(caller.call).span), note: `passed as \`${node.name}\` here` })
}

function given(engine: Engine, node: NodeOf<'parameter'>, args: readonly Argument[], ctx: Context): Value {
  if (node.keywords) return otherKeywords(engine, node, args)
  const keyword = byKeyword(engine, node.name, args)
  if (keyword) return engine.force(keyword)
  const flat = positional(engine, args)
  if (node.rest) return { is: 'list', items: flat.items.slice(node.index), open: flat.open }
  const argument = flat.items[node.index]
  const value =
    argument === undefined
      ? flat.open
        ? unknown('it comes from a list that is spread into the call')
        : literal(undefined)
      : engine.force(argument)
  if (node.fallback !== undefined && value.is === 'literal' && value.value === undefined)
    return fallbackOf(engine, node, node.fallback, ctx)
  return value
}

/** What a parameter is unless given. Where that is made once for all calls, each finds what those before it have changed. */
function fallbackOf(engine: Engine, { function: id, index, name }: NodeOf<'parameter'>, fallback: NodeId, ctx: Context): Value {
  const value = engine.evaluate(fallback, ctx)
  const fn = engine.graph.node(id)
  const once = engine.graph.node(fallback).owner !== id && (value.is === 'list' || value.is === 'record')
  if (!once || fn.type !== 'function' || !fn.definition.paramsAtEnd.has(index)) return value
  return unknown(`earlier calls may have changed what \`${name}\` is unless given`)
}

/** The argument of a keyword, written as one or in a record that is spread into the call; undefined where there is none. */
export function byKeyword(engine: Engine, name: string, args: readonly Argument[]): Lazy | undefined {
  // What a function was bound to comes before what it is called with.
  const written = args.findLast((arg) => arg.keyword === name)
  if (written) return written.value
  for (const { value } of args.filter((arg) => arg.keyword === '')) {
    const record = engine.force(value)
    const found = record.is === 'record' ? record.fields.get(name) : undefined
    if (found) return found
    if (record.is !== 'record' || record.open) return unknown('it may be in an object that is spread into the call')
  }
  return undefined
}

/** The keyword arguments that no parameter of the function takes. */
function otherKeywords(engine: Engine, { function: id }: NodeOf<'parameter'>, args: readonly Argument[]): Value {
  const fn = engine.graph.node(id)
  const taken = new Set(fn.type === 'function' ? fn.definition.params.map((each) => nameOf(engine, each)) : [])
  const fields = new Map<string, Lazy>()
  let open = false
  for (const { keyword, value } of args) {
    if (keyword === undefined) continue
    const spread = keyword === '' ? engine.force(value) : undefined
    if (!spread && !taken.has(keyword)) fields.set(keyword, value)
    else if (spread?.is === 'record') {
      for (const [key, field] of spread.fields) if (!taken.has(key)) fields.set(key, field)
      open ||= spread.open
    } else open ||= spread !== undefined
  }
  return { is: 'record', fields, open, dict: true }
}

function nameOf(engine: Engine, parameter: NodeId): string {
  const node = engine.graph.node(parameter)
  return node.type === 'parameter' && !node.keywords ? node.name : ''
}

/** Where the argument for a parameter is written, when one call is under evaluation and all before it are plain. */
export function argumentFor(engine: Engine, node: NodeOf<'parameter'>, ctx: Context): Thunk | undefined {
  const frame = engine.frame(ctx, node.function)
  if (frame.function !== node.function || frame.open || node.rest) return undefined
  const args = frame.args.slice(0, node.index + 1)
  const keyword = frame.args.find((arg) => arg.keyword === node.name)
  const value = (keyword ?? args[node.index])?.value
  const plain = keyword !== undefined || !args.some((arg) => arg.spread || arg.keyword !== undefined)
  return value && plain && isThunk(value) ? value : undefined
}

/** Arguments by position, with lists that are spread into the call taken apart. */
export function positional(engine: Engine, args: readonly Argument[]): { items: readonly Lazy[]; open: boolean } {
  const items: Lazy[] = []
  for (const arg of args) {
    if (arg.keyword !== undefined) continue
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
  const reason = `it is parameter \`${name}\` of function \`${called}\`, which nothing here calls`
  return unknown(reason, { at, ...(isExported(engine, fn) && { remedy: `Lint the files that call \`${called}\` in the same run.` }) })
}

function isExported(engine: Engine, fn: NodeId): boolean {
  const exports = engine.graph.module(engine.graph.node(fn).span.file)?.exports.values() ?? []
  return [...exports].some((id) => before(engine.graph, id, 'alias') === fn)
}
